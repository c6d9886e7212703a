// The widget as a control of the form around it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { withDemo } from "./support/demo.mjs";
import { host, widget } from "./support/host.mjs";

let demo, browser, page;
withDemo((...given) => ([demo, browser] = given));

const definition = { elements: [{ type: "text", name: "q", title: "Your name", isRequired: true }] };
const form = (attributes = "") => host(browser, demo,
  `<form><fieldset><canvass-widget name="survey" src="./form.json" ${attributes}></canvass-widget></fieldset></form>`,
  { files: { "form.json": definition } });
const value = () => page.evaluate(() => new FormData(document.querySelector("form")).get("survey"));
const valid = () => page.evaluate(() => document.querySelector("form").checkValidity());

test("the form's data holds the answers as JSON, and a reset empties them", async () => {
  page = await form();
  await widget(page).getByLabel("Your name").fill("Mira");
  assert.deepEqual(JSON.parse(await value()), { q: "Mira" });
  await page.evaluate(() => document.querySelector("form").reset());
  await page.waitForFunction(() => new FormData(document.querySelector("form")).get("survey") === null);
  await page.waitForFunction(() => document.querySelector("canvass-widget").shadowRoot.querySelector("input")?.value === "");
  await page.context().close();
});

test("a required survey keeps the form invalid until it is finished", async () => {
  page = await form("required");
  await widget(page).getByLabel("Your name").waitFor();
  assert.equal(await valid(), false);
  await widget(page).getByLabel("Your name").fill("Mira");
  await widget(page).getByRole("button", { name: "Submit" }).click();
  assert.equal(await valid(), true);
  await page.context().close();
});

test("a disabled fieldset disables the survey", async () => {
  page = await form();
  await widget(page).getByLabel("Your name").waitFor();
  await page.evaluate(() => (document.querySelector("fieldset").disabled = true));
  assert.equal(await page.evaluate(() => document.querySelector("canvass-widget").shadowRoot.querySelector(".stage").inert), true);
  assert.equal(await value(), null);
  await page.context().close();
});
