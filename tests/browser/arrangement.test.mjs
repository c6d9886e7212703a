// What is shown a part at a time, beside each other or without a title, as an author of SurveyJS forms asks for it.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { withDemo } from "./support/demo.mjs";
import { host, widget } from "./support/host.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
let demo, browser;
withDemo((...given) => ([demo, browser] = given));

const definition = {
  elements: [
    { type: "text", name: "first", title: "First name" },
    { type: "text", name: "last", title: "Last name", startWithNewLine: false },
    { type: "checkbox", name: "days", title: "Which days?", colCount: 3, choices: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"] },
    { type: "rating", name: "score", title: "Your score", titleLocation: "hidden" },
    { type: "multipletext", name: "reach", title: "How do we reach you?", colCount: 2, items: [{ name: "Street" }, { name: "Town" }, { name: "Telephone" }] },
    { type: "paneldynamic", name: "trips", title: "Your trips", displayMode: "tab", templateTabTitle: "{panel.place}",
      templateElements: [{ type: "text", name: "place", title: "Where?", isRequired: true }, { type: "boolean", name: "again", title: "Again?", startWithNewLine: false }],
      defaultValue: [{ place: "Rome" }, { place: "Oslo" }, { place: "Porto" }] },
    { type: "panel", name: "more", title: "More about you", state: "collapsed", elements: [{ type: "text", name: "job", title: "Your job" }] },
  ],
};
const open = (attributes = "", options = {}) =>
  host(browser, demo, `<h1>Host</h1><canvass-widget src="./form.json" ${attributes}></canvass-widget>`, { files: { "form.json": definition }, options });

const violations = async (page) => {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => globalThis.axe.run());
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`);
};

test("the arrows go from tab to tab, and the focus is on the tab that is shown", async () => {
  const page = await open();
  const tab = (name) => widget(page).getByRole("tab", { name });
  await tab("Rome").focus();
  await page.keyboard.press("ArrowRight");
  await tab("Oslo").and(page.locator("[aria-selected=true]")).waitFor();
  assert.equal(await widget(page).getByRole("tabpanel").getByLabel("Where?").inputValue(), "Oslo");
  assert.equal(await tab("Oslo").evaluate((element) => element.getRootNode().activeElement === element), true);
  await page.keyboard.press("End");
  await tab("Porto").and(page.locator("[aria-selected=true]")).waitFor();
  await page.keyboard.press("ArrowRight");
  await tab("Rome").and(page.locator("[aria-selected=true]")).waitFor();
  await page.keyboard.press("ArrowLeft");
  await tab("Porto").and(page.locator("[aria-selected=true]")).waitFor();
  await page.keyboard.press("Tab");
  await page.keyboard.press("End");
  await page.keyboard.type(" Alegre");
  await widget(page).getByRole("tab", { name: "Porto Alegre" }).waitFor();
  await page.context().close();
});

test("an error behind a tab is led to", async () => {
  const page = await open();
  await widget(page).getByLabel("Where?").fill("");
  await widget(page).getByRole("tab", { name: "Oslo" }).click();
  await widget(page).getByRole("button", { name: "Submit" }).click();
  const field = widget(page).getByLabel("Where?");
  await field.and(page.locator("[aria-invalid=true]")).waitFor();
  assert.equal(await field.evaluate((element) => element.getRootNode().activeElement === element), true);
  await page.context().close();
});

test("a panel unfolds under its title", async () => {
  const page = await open();
  const title = widget(page).getByRole("button", { name: "More about you" });
  assert.equal(await title.getAttribute("aria-expanded"), "false");
  assert.equal(await widget(page).getByLabel("Your job").count(), 0);
  await title.click();
  await widget(page).getByLabel("Your job").fill("Baker");
  assert.equal(await title.getAttribute("aria-expanded"), "true");
  await page.context().close();
});

for (const attributes of ["", 'mode="plain"']) {
  test(`no part of it is hidden from assistive technology${attributes && ", in plain mode"}`, async () => {
    const page = await open(attributes);
    await widget(page).getByRole("button", { name: "More about you" }).click();
    await widget(page).getByLabel("Your job").waitFor();
    assert.deepEqual(await violations(page), []);
    assert.equal(await widget(page).getByRole("radiogroup", { name: "Your score" }).count(), 1);
    await page.context().close();
  });
}

test("an entry with answers is asked about before it goes, by keyboard alone and in plain mode", async () => {
  const order = { elements: [
    { type: "matrixdynamic", name: "order", title: "Your order", rowCount: 2, confirmDelete: true, columns: [{ name: "what", title: "Item", cellType: "text" }] },
    { type: "paneldynamic", name: "kids", title: "Children", panelCount: 1, confirmDelete: true, confirmDeleteText: "Drop {panel.name}?",
      templateElements: [{ type: "text", name: "name", title: "Name" }] },
  ] };
  for (const mode of ["", 'mode="plain"']) {
    const page = await host(browser, demo, `<h1>Host</h1><canvass-widget src="./form.json" ${mode}></canvass-widget>`, { files: { "form.json": order } });
    const button = (name) => widget(page).getByRole("button", { name, exact: true });
    await widget(page).getByLabel("Item").first().fill("Apples");
    await button("Remove: Entry 1").first().press("Enter");
    await button("Keep").and(page.locator(":focus")).waitFor();
    await widget(page).getByRole("alert").filter({ hasText: "Remove this entry and what is in it?" }).waitFor();
    assert.deepEqual(await violations(page), []);
    await page.keyboard.press("Enter");
    await button("Keep").waitFor({ state: "detached" });
    assert.equal(await widget(page).getByLabel("Item").first().inputValue(), "Apples");
    await button("Remove: Entry 1").first().press("Enter");
    await button("Remove").press("Enter");
    await button("Keep").waitFor({ state: "detached" });
    assert.equal(await widget(page).getByLabel("Item").first().inputValue(), "");
    await widget(page).getByLabel("Name").fill("Mira");
    await button("Remove: Entry 1").last().press("Enter");
    await widget(page).getByRole("alert").filter({ hasText: "Drop Mira?" }).waitFor();
    await page.context().close();
  }
});
