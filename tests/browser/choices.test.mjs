// Choices that lie at an address.
import assert from "node:assert/strict";
import { test } from "node:test";
import { withDemo } from "./support/demo.mjs";
import { host, widget } from "./support/host.mjs";

let demo, browser;
withDemo((...given) => ([demo, browser] = given));

const strict = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; require-trusted-types-for 'script'">`;
const answers = (page) => page.evaluate(() => document.querySelector("canvass-widget").data);
const options = (page, name) => widget(page).getByLabel(name).locator("option").allTextContents();
const country = (choicesByUrl) => ({ elements: [{ type: "dropdown", name: "country", title: "Country", choicesByUrl }] });

async function show(definition, prepare) {
  const page = await host(browser, demo, `<h1>Page</h1><canvass-widget locale="en"></canvass-widget>`, { head: strict, prepare });
  await widget(page).evaluate((element, value) => { element.definition = value; }, definition);
  return page;
}

test("choices are fetched, found by their path and names, and chosen by what they are called", async () => {
  const page = await show(country({ url: "/countries.json", path: "data.all", valueName: "code.short", titleName: "name" }), (before) =>
    before.route("**/countries.json", (route) => route.fulfill({ json: { data: { all: [
      { code: { short: "at" }, name: "Austria" }, { code: { short: "ch" }, name: { default: "Switzerland", de: "Schweiz" } }] } } })));
  await widget(page).getByLabel("Country").locator("option", { hasText: "Austria" }).waitFor({ state: "attached" });
  assert.deepEqual((await options(page, "Country")).slice(1), ["Austria", "Switzerland"]);
  await widget(page).getByLabel("Country").selectOption("Switzerland");
  assert.deepEqual(await answers(page), { country: "ch" });
  await page.context().close();
});

test("an address that names an answer is asked once there is one, and again with another; the last one counts", async () => {
  const asked = [];
  let slow;
  const page = await show({ elements: [{ type: "radiogroup", name: "region", title: "Region", choices: ["Alps & co", "Coast"] },
    { type: "dropdown", name: "town", title: "Town", choicesByUrl: { url: "/towns?in={region}" } }] }, (before) =>
    before.route("**/towns?*", (route) => {
      const region = new URL(route.request().url()).searchParams.get("in");
      asked.push(region);
      const answer = () => route.fulfill({ json: [`${region} town`] }).catch(() => {});  // gone by then
      if (region === "Coast") slow = answer;
      else void answer();
    }));
  const town = (name) => widget(page).getByLabel("Town").locator("option", { hasText: name }).waitFor({ state: "attached" });
  await widget(page).getByRole("radio", { name: "Alps & co" }).check();
  await town("Alps & co town");
  await widget(page).getByRole("radio", { name: "Coast" }).check();
  await page.waitForFunction(() => true);
  while (!slow) await page.waitForTimeout(20);
  await widget(page).getByRole("radio", { name: "Alps & co" }).check();
  await town("Alps & co town");
  await slow();
  await page.waitForTimeout(200);
  assert.deepEqual((await options(page, "Town")).slice(1), ["Alps & co town"]);
  assert.deepEqual(asked, ["Alps & co", "Coast", "Alps & co"]);
  await page.context().close();
});

test("choices that cannot be fetched are told to the page and to the member, who can try again", async () => {
  let broken = true;
  const page = await show(country({ url: "/countries.json" }), async (before) => {
    await before.addInitScript(() => addEventListener("canvass-error", ({ detail }) => { window.told = detail; }));
    await before.route("**/countries.json", (route) => (broken ? route.fulfill({ status: 503, body: "" }) : route.fulfill({ body: "Austria\nSwitzerland\n" })));
  });
  await widget(page).getByText("country: HTTP 503").waitFor();
  assert.deepEqual(await page.evaluate(() => window.told), { code: "choices", message: "country: HTTP 503" });
  broken = false;
  await widget(page).getByRole("button", { name: "Try again" }).click();
  await widget(page).getByLabel("Country").locator("option", { hasText: "Austria" }).waitFor({ state: "attached" });
  assert.equal(await widget(page).getByText("HTTP 503").count(), 0);
  await page.context().close();
});

test("a page may give choices itself, and what fetches them is loaded only where some are to be fetched", async () => {
  const asked = [];
  const page = await show({ elements: [{ type: "dropdown", name: "country", title: "Country" }] }, (before) => {
    before.on("request", (request) => asked.push(new URL(request.url()).pathname));
  });
  await widget(page).getByLabel("Country").waitFor({ state: "attached" });
  assert.equal(await widget(page).evaluate((element) => element.apply({ do: "choices", name: "country", choices: [{ value: "at", text: "Austria" }] })), true);
  await widget(page).getByLabel("Country").selectOption("Austria");
  assert.deepEqual(await answers(page), { country: "at" });
  assert.ok(!asked.includes("/dist/choices.js"), asked.join(" "));
  await page.context().close();
});

test("what a choice asks for is written below it, in a picture and in plain mode", async () => {
  for (const mode of ["", 'mode="plain"']) {
    const page = await host(browser, demo, `<h1>Page</h1><canvass-widget locale="en" ${mode}></canvass-widget>`, { head: strict });
    await widget(page).evaluate((element) => { element.definition = { elements: [{ type: "radiogroup", name: "heard", title: "How did you hear of us?",
      choices: ["A friend", { value: "web", text: "The web", showCommentArea: true, isCommentRequired: true }] }] }; });
    await widget(page).getByRole("radio", { name: "The web" }).check();
    const field = widget(page).getByRole("textbox", { name: /^The web/ });
    await widget(page).getByRole("button", { name: "Submit" }).click();
    await widget(page).getByText("Response required").first().waitFor({ state: "attached" });
    assert.equal(await field.getAttribute("aria-invalid"), "true");
    assert.equal(await field.evaluate((element) => element.getRootNode().activeElement === element), true);
    await page.keyboard.type("A blog");
    await widget(page).getByRole("button", { name: "Submit" }).click();
    await widget(page).getByText("Thank you").first().waitFor({ state: "attached" });
    assert.deepEqual(await answers(page), { heard: { value: "web", comment: "A blog" } });
    await page.context().close();
  }
});
