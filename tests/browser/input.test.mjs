// Fingers, input methods and the text field that becomes visible in place.
import assert from "node:assert/strict";
import { test } from "node:test";
import { withDemo } from "./support/demo.mjs";
import { host, ink, widget } from "./support/host.mjs";

let demo, browser;
withDemo((...given) => ([demo, browser] = given));

const definition = {
  elements: [
    { type: "radiogroup", name: "r", title: "Which?", choices: ["one", "two"] },
    { type: "comment", name: "c", title: "Say it" },
    { type: "text", name: "t", title: "Name" },
  ],
};
const open = (options) => host(browser, demo, '<canvass-widget src="./input.json"></canvass-widget>',
  { files: { "input.json": definition }, options });
const data = (page) => page.evaluate(() => document.querySelector("canvass-widget").data);

test("a finger chooses and presses", async () => {
  const page = await open({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });
  await widget(page).getByRole("radio", { name: "two" }).tap();
  assert.deepEqual(await data(page), { r: "two" });
  const { height } = await widget(page).getByRole("radio", { name: "two" }).boundingBox();
  assert.ok(height >= 44, `${height} pixels high`);
  await page.context().close();
});

test("an input method composes, and the answer is what it committed", async () => {
  const page = await open();
  await widget(page).getByLabel("Say it").focus();
  const devtools = await page.context().newCDPSession(page);
  for (const text of ["に", "にほ", "にほん"]) {
    await devtools.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
  }
  assert.equal(await widget(page).getByLabel("Say it").inputValue(), "にほん");
  await devtools.send("Input.insertText", { text: "日本" });
  assert.equal(await widget(page).getByLabel("Say it").inputValue(), "日本");
  assert.deepEqual(await data(page), { c: "日本" });
  await page.context().close();
});

test("the native field stands where its picture stood", async () => {
  const page = await open({ viewport: { width: 800, height: 900 } });
  const field = widget(page).getByLabel("Name");
  await field.fill("Hamburgefonstiv");
  await page.waitForTimeout(300);
  const box = await field.boundingBox();
  const inside = { x: box.x + 6, y: box.y + 6, width: box.width - 12, height: box.height - 12 };
  // The columns and rows of ink, with the caret gone.
  const extent = async () => {
    const found = {};
    for (const [edge, clip] of [
      ["left", (n) => ({ ...inside, width: n })],
      ["top", (n) => ({ ...inside, height: n })],
    ]) {
      for (found[edge] = 1; found[edge] < 40 && (await ink(page, clip(found[edge]))).dark === 0; found[edge]++);
    }
    return found;
  };
  await field.evaluate((element) => element.style.setProperty("caret-color", "transparent"));
  await field.focus();
  const native = await extent();
  await page.evaluate(() => document.activeElement.shadowRoot.activeElement.blur());
  await page.mouse.move(1, 1);
  await page.waitForTimeout(300);
  const painted = await extent();
  assert.ok(Math.abs(native.left - painted.left) <= 1, `left: ${native.left} against ${painted.left}`);
  assert.ok(Math.abs(native.top - painted.top) <= 1, `top: ${native.top} against ${painted.top}`);
  await page.context().close();
});

test("the pointer over a control shows on the canvas", async () => {
  const page = await open();
  const box = await widget(page).getByRole("radio", { name: "one" }).boundingBox();
  await page.waitForTimeout(500);
  const calm = (await page.screenshot({ clip: box })).toString("base64");
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.waitForTimeout(300);
  assert.notEqual((await page.screenshot({ clip: box })).toString("base64"), calm);
  await page.context().close();
});

const fields = (...elements) => host(browser, demo, '<canvass-widget src="./fields.json"></canvass-widget>',
  { files: { "fields.json": { elements } } });

test("dates, colours and ranges show as the browser makes them", async () => {
  const kinds = ["date", "time", "color", "range"];
  const page = await fields(...kinds.map((inputType) => ({ type: "text", name: inputType, inputType })), { type: "text", name: "words" });
  const opacity = (label) => widget(page).getByLabel(label).evaluate((element) => getComputedStyle(element).opacity);
  await widget(page).getByLabel("words").waitFor();
  for (const kind of kinds) assert.equal(await opacity(kind), "1", kind);
  assert.equal(await opacity("words"), "0");
  await page.context().close();
});

test("a field takes no more than its question does, and says what the browser may fill in", async () => {
  const page = await fields({ type: "text", name: "t", title: "First name", maxLength: 5, autocomplete: "given-name" },
    { type: "comment", name: "c", title: "Free", autocomplete: "street-address" });
  const name = widget(page).getByLabel("First name");
  await name.pressSequentially("Wilhelmina");
  assert.equal(await name.inputValue(), "Wilhe");
  assert.equal(await name.getAttribute("autocomplete"), "given-name");
  assert.equal(await widget(page).getByLabel("Free").getAttribute("autocomplete"), "street-address");
  assert.equal(await widget(page).getByLabel("Free").getAttribute("maxlength"), null);
  await page.context().close();
});

test("Arabic stands at the right, with the focus and without", async () => {
  const page = await open();
  const field = widget(page).getByLabel("Say it");
  await field.fill("مرحبا");
  const { x, y, width } = await field.boundingBox();
  const halves = async () => {
    await page.waitForTimeout(300);
    const half = (from) => ink(page, { x: from, y: y + 6, width: width / 2 - 6, height: 30 });
    return [(await half(x + 6)).dark > 0, (await half(x + width / 2)).dark > 0];
  };
  assert.deepEqual(await halves(), [false, true]);
  await field.blur();
  await page.mouse.move(1, 1);
  assert.deepEqual(await halves(), [false, true]);
  await page.context().close();
});
