// Results of polls: whose they are, and what is said when they cannot be had.
import assert from "node:assert/strict";
import { test } from "node:test";
import { withDemo } from "./support/demo.mjs";
import { host, stored, widget } from "./support/host.mjs";

let demo, browser;
withDemo((...given) => ([demo, browser] = given));

const survey = (id) => ({
  canvass: { id },
  elements: [{ type: "radiogroup", name: "crop", title: "What shall we grow?", poll: { results: "always" },
    choices: ["strawberries", "herbs", "wildflowers", "pumpkins"] }],
});
const define = (page, definition) =>
  widget(page).evaluate((element, value) => { element.definition = value; }, definition);
const table = (page) => widget(page).getByRole("table");
const said = (page) => widget(page).getByText("The results cannot be reached.").first();

function vote() {
  const at = "2026-01-01T00:00:00Z";
  const body = JSON.stringify({ id: crypto.randomUUID(), definition: "bed-seven", answers: { crop: "herbs" }, startedAt: at, completedAt: at });
  return fetch(`${demo.url}/v1/responses`, { method: "POST", headers: { "Content-Type": "application/json" }, body });
}

test("another survey in the same element shows no results of the one before", async () => {
  const page = await host(browser, demo, '<canvass-widget endpoint="/" locale="en"></canvass-widget>');
  await define(page, survey("bed-seven"));
  await table(page).waitFor();
  await define(page, survey("bed-eight"));
  await said(page).waitFor();
  await vote();
  await page.waitForTimeout(1000);
  assert.equal(await table(page).count(), 0);
  await page.context().close();
});

test("after a reset the results are there again", async () => {
  const page = await host(browser, demo, '<canvass-widget endpoint="/" locale="en"></canvass-widget>');
  await define(page, survey("bed-seven"));
  await table(page).waitFor();
  await widget(page).evaluate((element) => element.reset());
  await page.waitForTimeout(500);
  await table(page).waitFor({ timeout: 5000 });
  await page.context().close();
});

test("results that cannot be reached are said under the thanks, and tried again", async () => {
  let broken = true;
  let told;
  const page = await host(browser, demo, '<canvass-widget endpoint="/" locale="de"></canvass-widget>', {
    prepare: async (before) => {
      await before.route("**/v1/responses", stored);
      await before.route("**/results**", (route) => (broken ? route.fulfill({ status: 500, body: "" }) : route.continue()));
      // Else what is told live may come back before anybody can press the button.
      await before.route("**/results/stream", (route) => route.fulfill({ status: 500, body: "" }));
      await before.exposeFunction("tell", (error) => { told = error; });
      await before.addInitScript(() => addEventListener("canvass-error", ({ detail }) => window.tell(detail)));
    },
  });
  const { elements: [{ poll, ...question }], ...rest } = survey("bed-seven");
  await define(page, { ...rest, elements: [{ ...question, poll: { results: "onVote" } }] });
  await widget(page).getByRole("radio", { name: "herbs" }).check();
  await widget(page).getByRole("button", { name: "Absenden" }).click();
  await widget(page).getByText("Das Ergebnis ist gerade nicht erreichbar.").first().waitFor();
  assert.equal(told.code, "results");
  assert.match(told.message, /^Das Ergebnis ist gerade nicht erreichbar\./);
  broken = false;
  await widget(page).getByRole("button", { name: "Noch einmal versuchen" }).click();
  await table(page).waitFor();
  await page.context().close();
});
