// What the page shows itself in a place of the widget's: rich text, files, signatures.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { withDemo } from "./support/demo.mjs";
import { host, widget } from "./support/host.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

let demo, browser;
withDemo((...given) => ([demo, browser] = given));

const answers = (page) => page.evaluate(() => document.querySelector("canvass-widget").data);
const strict = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; require-trusted-types-for 'script'">`;

async function show(definition, { markup = '<canvass-widget locale="en"></canvass-widget>', ...options } = {}) {
  const page = await host(browser, demo, `<h1>Page</h1>${markup}`, options);
  await widget(page).evaluate((element, value) => { element.definition = value; }, definition);
  return page;
}

async function violations(page) {
  await page.evaluate(axe);
  const report = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  return report.violations.map((found) => `${found.id}: ${found.nodes.map((node) => node.html).join(" | ")}`);
}

const files = { elements: [
  { type: "file", name: "f", title: "Your papers", allowMultiple: true, maxFiles: 2, maxSize: 1000, acceptedTypes: ".txt, image/*" },
  { type: "text", name: "after", title: "After" }] };
const file = (name, size = 5, mimeType = "text/plain") => ({ name, mimeType, buffer: Buffer.alloc(size, "x") });

test("rich text keeps its lists, emphasis and links, and nothing that could act", async () => {
  const page = await show({ elements: [
    { type: "html", name: "h", html: `<h2 onclick="window.acted = 1">Rules</h2><ul><li>Be <strong>kind</strong></li></ul>
      <a href="/rules">All rules</a> <a href="javascript:window.acted=1">Bad</a><img src="x" onerror="window.acted = 1" alt="A tree">
      <script>window.acted = 1</script><style>* { display: none }</style>` },
    { type: "text", name: "after", title: "After" }] }, { head: strict });
  const place = widget(page);
  await place.getByRole("heading", { name: "Rules" }).waitFor();
  assert.equal(await place.getByRole("listitem").innerText(), "Be kind");
  assert.match(await place.getByRole("link", { name: "All rules" }).getAttribute("href"), /^http.*\/rules$/);
  assert.equal(await place.getByRole("link", { name: "Bad" }).count(), 0);
  await place.getByText("A tree").waitFor();
  await place.getByText("Bad").click();
  await place.getByRole("heading", { name: "Rules" }).click();
  assert.equal(await page.evaluate(() => window.acted), undefined);
  const list = await place.getByRole("listitem").boundingBox(), after = await place.getByRole("textbox", { name: "After" }).boundingBox();
  assert.ok(after.y > list.y + list.height, "what follows stands below");
  await page.context().close();
});

test("files are chosen, checked, shown and taken away again", async () => {
  const page = await show(files);
  const place = widget(page);
  const input = place.getByLabel("Choose files: 1. Your papers").or(place.getByLabel("Choose files: Your papers"));
  await input.setInputFiles([file("one.txt"), file("big.txt", 2000), file("wrong.exe", 5, "application/x-msdownload")]);
  await place.getByRole("status").getByText("wrong.exe is not of a type that is asked for: .txt, image/*.").waitFor();
  assert.deepEqual(await answers(page), { f: [{ name: "one.txt", type: "text/plain", content: "data:text/plain;base64,eHh4eHg=" }] });
  await input.setInputFiles([file("big.txt", 2000)]);
  await place.getByText("big.txt is larger than 1,000 byte.").waitFor();
  await input.setInputFiles([file("two.txt"), file("three.txt")]);
  await place.getByText("No more than 2 files can be given.").waitFor();
  assert.deepEqual((await answers(page)).f.map(({ name }) => name), ["one.txt", "two.txt"]);
  await place.getByRole("button", { name: "Remove one.txt" }).click();
  await place.getByRole("button", { name: "Remove two.txt" }).press("Enter");
  assert.deepEqual(await answers(page), {});
  await page.context().close();
});

test("a file is dropped", async () => {
  const page = await show(files);
  await widget(page).getByText("or drop them here").waitFor();
  const data = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(["abc"], "dropped.txt", { type: "text/plain" }));
    return transfer;
  });
  await widget(page).getByText("or drop them here").dispatchEvent("drop", { dataTransfer: data });
  await widget(page).getByText("dropped.txt was added.").waitFor();
  assert.equal((await answers(page)).f[0].content, "data:text/plain;base64,YWJj");
  await page.context().close();
});

test("the host's page takes a file away and gives its address", async () => {
  const page = await show({ elements: [{ type: "file", name: "f", title: "Your papers", storeDataAsText: false }] }, {
    prepare: (before) => before.addInitScript(() => addEventListener("canvass-upload", (event) => {
      event.preventDefault();
      const { question, file, progress, done, failed } = event.detail;
      progress(0.5);
      if (file.name === "bad.txt") failed();
      else done(`/files/${question}/${file.name}`);
    })),
  });
  await widget(page).locator("input[type=file]").setInputFiles(file("bad.txt"));
  await widget(page).getByText("bad.txt could not be read.").waitFor();
  await widget(page).locator("input[type=file]").setInputFiles(file("one.txt"));
  await widget(page).getByText("one.txt was added.").waitFor();
  assert.deepEqual((await answers(page)).f, [{ name: "one.txt", type: "text/plain", content: "/files/f/one.txt" }]);
  await page.context().close();
});

test("a required file that is missing is said, and the focus goes to its control", async () => {
  const page = await show({ elements: [{ type: "file", name: "f", title: "Your papers", isRequired: true }] });
  await widget(page).locator("input[type=file]").waitFor({ state: "attached" });
  await widget(page).getByRole("button", { name: "Submit" }).click();
  await page.waitForFunction(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element?.type === "file";
  });
  await page.context().close();
});

test("one signs by pointer, by a typed name, and takes it back", async () => {
  const page = await show({ elements: [{ type: "signaturepad", name: "s", title: "Sign" }] }, { head: strict });
  const place = widget(page);
  const pad = place.getByRole("img", { name: /Sign: Not signed yet/ });
  const box = await pad.boundingBox();
  await page.mouse.move(box.x + 40, box.y + 40);
  await page.mouse.down();
  await page.mouse.move(box.x + 160, box.y + 90, { steps: 8 });
  await page.mouse.up();
  await place.getByRole("img", { name: /Sign: Signed/ }).waitFor();
  const drawn = (await answers(page)).s;
  assert.match(drawn, /^data:image\/png;base64,/);
  const name = place.getByRole("textbox", { name: "Or type your name" });
  await name.fill("Ada Lovelace");
  await name.press("Tab");
  assert.notEqual((await answers(page)).s, drawn);
  await page.keyboard.press("Enter");
  await pad.waitFor();
  assert.deepEqual(await answers(page), {});
  assert.equal(await name.inputValue(), "");
  await page.context().close();
});

test("embeds speak the page's language, and axe has nothing to say against them, painted and plain", async () => {
  const all = { elements: [
    { type: "html", name: "h", html: "<p>Read <em>this</em> and <a href='/x'>that</a>.</p>" },
    { type: "signaturepad", name: "s", title: "Unterschrift" }, ...files.elements] };
  for (const mode of ["canvas", "plain"]) {
    const page = await show(all, { markup: `<canvass-widget locale="de" mode="${mode}"></canvass-widget>` , options: { bypassCSP: true } });
    await widget(page).getByText("oder hierher ziehen").waitFor();
    await widget(page).getByRole("button", { name: "Unterschrift löschen" }).waitFor();
    await widget(page).locator("input[type=file]").setInputFiles(file("eins.txt"));
    await widget(page).getByRole("button", { name: "eins.txt entfernen" }).waitFor();
    assert.deepEqual(await violations(page), []);
    await page.context().close();
  }
});

test("a survey without embeds does not load them, and one at rest draws no frame", async () => {
  const asked = [];
  const page = await show({ elements: [{ type: "text", name: "t", title: "Words" }] }, {
    prepare: (before) => before.on("request", (request) => asked.push(new URL(request.url()).pathname)),
  });
  await widget(page).getByRole("textbox", { name: "Words" }).waitFor();
  assert.ok(!asked.includes("/dist/embed.js"), asked.join(" "));
  await widget(page).evaluate((element, value) => { element.definition = value; }, files);
  await widget(page).getByText("or drop them here").waitFor();
  await page.waitForTimeout(500);
  const frames = () => widget(page).evaluate((element) => element.debug.frames);
  const before = await frames();
  await page.waitForTimeout(1000);
  assert.equal(await frames(), before);
  await page.context().close();
});

test("a widget with files that is taken away, focused, does no harm to the one that comes after", async () => {
  const page = await show(files);
  for (let i = 0; i < 8; i++) {
    await widget(page).getByRole("button", { name: "Choose files" }).focus();
    await widget(page).evaluate((element, definition) => {
      const next = document.createElement("canvass-widget");
      next.setAttribute("locale", "en");
      next.definition = definition;
      element.replaceWith(next);
    }, files);
  }
  await widget(page).getByRole("textbox", { name: "After" }).fill("still here");
  assert.deepEqual(await answers(page), { after: "still here" });
  assert.deepEqual(page.troubles.filter((each) => !each.includes("404")), []);
  await page.context().close();
});

test("what the page shows itself is reached with the tab key", async () => {
  const page = await show({ elements: [{ type: "html", name: "h", html: '<p><a href="/rules">All rules</a></p>' },
    { type: "file", name: "f", title: "Your papers" }, { type: "text", name: "after", title: "After" }] });
  await widget(page).getByLabel("After").waitFor();
  await widget(page).getByRole("link", { name: "All rules" }).waitFor();
  await widget(page).getByText("or drop it here").waitFor();
  const reached = [];
  for (let presses = 0; presses < 4 && reached.at(-1) !== "after"; presses++) {
    await page.keyboard.press("Tab");
    reached.push(await page.evaluate(() => {
      let focused = document.activeElement;
      while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
      return focused.matches("a") ? "link" : focused.matches('input[type="file"], button') ? "file" : focused.matches('input[type="text"]') ? "after" : focused.tagName;
    }));
  }
  assert.deepEqual(reached, ["link", "file", "after"]);
  await page.context().close();
});
