// The gallery of `make demo`: every kind is answered by role and label, and axe has nothing to say against any of them.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { launch, open, withDemo } from "./support/demo.mjs";
import { widget } from "./support/host.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

let demo, browser;
withDemo((...given) => ([demo, browser] = given));

const gallery = async (options) => {
  const page = await open(browser, `${demo.url}/gallery/`, { bypassCSP: true, ...options });
  await widget(page).getByRole("textbox", { name: "What shall we call you?" }).waitFor();
  return page;
};
const answer = (page, name) => page.evaluate((name) => document.querySelector("canvass-widget").data[name], name);

async function violations(page) {
  await page.evaluate(axe);
  const report = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  return report.violations.map((found) => `${found.id}: ${found.nodes.map((node) => node.html).join(" | ")}`);
}

test("a dropdown is a native select, and its placeholder takes the answer back", async () => {
  const page = await gallery();
  const bed = widget(page).getByRole("combobox", { name: "Which bed is yours?" });
  await bed.selectOption("17");
  assert.equal(await answer(page, "bed"), 17);
  await bed.selectOption({ index: 0 });
  assert.equal(await answer(page, "bed"), undefined);
  await bed.focus();
  await page.keyboard.press("4");
  assert.equal(await answer(page, "bed"), 4);
  await page.context().close();
});

test("a tagbox adds what its field is left with and removes by its chips", async () => {
  const page = await gallery();
  const tools = widget(page).getByRole("combobox", { name: "Which tools do you lend?" });
  await tools.fill("Ladder");
  await page.keyboard.press("Enter");
  assert.deepEqual(await answer(page, "tools"), ["Rake", "Wheelbarrow", "Ladder"]);
  assert.equal(await tools.inputValue(), "");
  await widget(page).getByRole("button", { name: "Remove: Rake" }).click();
  assert.deepEqual(await answer(page, "tools"), ["Wheelbarrow", "Ladder"]);
  await page.context().close();
});

test("sliders move by key and by pointer, each thumb of a range for itself", async () => {
  const page = await gallery();
  const hours = widget(page).getByRole("slider", { name: "How many hours a week do you garden?" });
  await hours.press("ArrowRight");
  assert.equal(await answer(page, "hours"), 7);
  const { width, height } = await hours.boundingBox();
  await hours.click({ position: { x: width - 14, y: height / 2 } });  // once it is at rest: pictures above may arrive late
  assert.equal(await answer(page, "hours"), 20);
  const fee = widget(page).getByRole("group", { name: "Which yearly fee is fair?" });
  await fee.getByRole("slider", { name: "To" }).press("ArrowLeft");
  const from = fee.getByRole("slider", { name: "From" });
  const at = (value, { width }) => 14 + (value / 200) * (width - 28);
  await from.hover({ position: { x: at(40, await from.boundingBox()), y: height / 2 } });
  await page.mouse.down();
  const box = await from.boundingBox();
  await page.mouse.move(box.x + at(60, box), box.y + box.height / 2);
  await page.mouse.up();
  assert.deepEqual(await answer(page, "fee"), [60, 115]);
  await page.context().close();
});

test("a ranking is moved by keyboard, keeps the focus, tells the place, and is dragged", async () => {
  const page = await gallery();
  const up = widget(page).getByRole("button", { name: "A roof for the bench: move up" });
  await up.focus();
  await page.keyboard.press("Enter");
  assert.deepEqual(await answer(page, "next"), ["Greenhouse", "A roof for the bench", "Bicycle stand"]);
  assert.ok(await up.evaluate((button) => button.getRootNode().activeElement === button));
  await widget(page).getByText("A roof for the bench is now number 2 of 3").waitFor({ state: "attached" });
  const grips = widget(page).locator(".grip");
  await grips.last().scrollIntoViewIfNeeded();
  const first = await grips.first().boundingBox(), last = await grips.last().boundingBox();
  await page.mouse.move(first.x + 10, first.y + first.height / 2);
  await page.mouse.down();
  await page.mouse.move(last.x + 10, last.y + last.height / 2, { steps: 5 });
  await page.mouse.up();
  await page.mouse.move(first.x + 10, first.y);
  assert.deepEqual(await answer(page, "next"), ["A roof for the bench", "Bicycle stand", "Greenhouse"]);
  await page.context().close();
});

test("a matrix is answered row by row, as a table and as cards", async () => {
  for (const width of [1280, 320]) {
    const page = await gallery({ viewport: { width, height: 800 } });
    await widget(page).getByRole("radiogroup", { name: "The water supply" }).getByRole("radio", { name: "Bad" }).check();
    assert.deepEqual(await answer(page, "views"), { soil: "Good", water: "Bad" });
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
    await page.context().close();
  }
});

test("pictures come from the page and are choices with a name", async () => {
  const page = await gallery();
  await widget(page).getByRole("radio", { name: "Linden" }).check();
  assert.equal(await answer(page, "logo"), "linden");
  assert.ok(await widget(page).getByRole("img", { name: /The lime tree/ }).evaluate((image) => image.naturalWidth > 0));
  await page.context().close();
});

for (const options of [{ colorScheme: "light" }, { colorScheme: "dark" }, { forcedColors: "active" }]) {
  test(`axe finds no violation among all kinds with ${JSON.stringify(options)}`, async () => {
    const page = await gallery(options);
    assert.deepEqual(await violations(page), []);
    await page.context().close();
  });
}

test("without WebGL every kind is there in plain mode, without a violation", async () => {
  const plain = await launch(["--disable-gpu", "--disable-3d-apis"]);
  const page = await open(plain, `${demo.url}/gallery/`, { bypassCSP: true });
  await widget(page).getByRole("combobox", { name: "Which bed is yours?" }).selectOption("3");
  assert.equal(await answer(page, "bed"), 3);
  assert.deepEqual(await violations(page), []);
  await plain.close();
});
