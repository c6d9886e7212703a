// The interface speaks the language of the page: one file is fetched, and a language without one speaks English.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { withDemo } from "./support/demo.mjs";
import { host, widget } from "./support/host.mjs";

let demo, browser;
withDemo((...given) => ([demo, browser] = given));

const folder = new URL("../../assets/locales/", import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith(".json")).map((name) => name.slice(0, -5));
const words = (name) => JSON.parse(readFileSync(new URL(`${name}.json`, folder), "utf8"));
const fromTheRight = ["ar", "he"];

const definition = {
  elements: [
    { type: "radiogroup", name: "q", title: "Tea?", isRequired: true, choices: ["A", "B"], showNoneItem: true },
    { type: "html", name: "note", html: "<p>Note</p>" },
  ],
};

async function visit(locale, options) {
  const asked = [];
  const page = await host(browser, demo, `<canvass-widget src="./survey.json" locale="${locale}"></canvass-widget>`, {
    files: { "survey.json": definition }, options,
    prepare: (page) => page.on("request", (request) => asked.push(...(/locales\/.*/.exec(request.url()) ?? []))),
  });
  await widget(page).getByRole("radio", { name: "A", exact: true }).waitFor();
  return { page, asked };
}

for (const forcedColors of ["none", "active"]) {
  test(`every language has its own words, with forced colours ${forcedColors}`, async () => {
    const { page } = await visit("en", { viewport: { width: 360, height: 700 }, forcedColors });
    await widget(page).getByRole("button", { name: words("en").submit }).click();
    const { x, width } = await widget(page).boundingBox();
    for (const name of names) {
      await widget(page).evaluate((element, name) => element.setAttribute("locale", name), name);
      await widget(page).getByRole("button", { name: words(name).submit, exact: true }).waitFor();
      assert.ok(await widget(page).getByText(words(name).required, { exact: true }).count() > 0, name);
      assert.equal(await widget(page).getByRole("radio", { name: words(name).none, exact: true }).count(), 1, name);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 360, name);
      if (forcedColors === "none") continue;  // the picture's rows are as wide as the widget
      const mark = await widget(page).getByRole("radio", { name: "A", exact: true }).boundingBox();
      assert.equal(mark.x > x + width / 2, fromTheRight.includes(name), name);
    }
    await page.context().close();
  });
}

test("a language is fetched once by the name of its file, and what has none speaks English without asking", async () => {
  for (const [locale, file] of [["de-AT", "de"], ["zh-Hant-HK", "zh-tw"], ["zh-CN", "zh"], ["nn", "nb"], ["no-NO", "nb"], ["eo", "en"], ["en-GB", "en"]]) {
    const { page, asked } = await visit(locale);
    await widget(page).getByRole("button", { name: words(file).submit, exact: true }).waitFor();
    assert.deepEqual(asked.filter((path) => !path.includes("embed/")), file === "en" ? [] : [`locales/${file}.json`], locale);
    await page.context().close();
  }
});
