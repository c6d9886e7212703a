// axe finds nothing to object to, whatever the page shows and however it is painted.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { launch, open, poll, survey, withDemo } from "./support/demo.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

let demo, browser;
withDemo((...given) => ([demo, browser] = given));

async function violations(page) {
  await page.evaluate(axe);
  const report = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  return report.violations.map((found) => `${found.id}: ${found.nodes.map((node) => node.html).join(" | ")}`);
}

async function journey(page) {
  const found = [];
  const look = async (where) => found.push(...(await violations(page)).map((each) => `${where}: ${each}`));
  const widget = survey(page);
  await widget.getByRole("radio", { name: "Yes, for a while" }).waitFor();
  await look("first page");
  await widget.getByRole("button", { name: "Next" }).click();
  await widget.getByRole("alert").first().waitFor();
  await look("errors");
  await widget.getByRole("radio", { name: "Yes, for a while" }).check();
  await widget.getByRole("radio", { name: "3", exact: true }).check();
  await widget.getByRole("checkbox").last().check();
  await look("branches");
  await poll(page).getByRole("radio").first().check();
  await poll(page).getByRole("button", { name: "Vote" }).click();
  await poll(page).getByRole("table").waitFor();
  await look("results");
  return found;
}

for (const colorScheme of ["light", "dark"]) {
  test(`axe finds no violation in ${colorScheme} colours`, async () => {
    const page = await open(browser, demo.url, { colorScheme, bypassCSP: true });
    assert.deepEqual(await journey(page), []);
    await page.context().close();
  });
}

test("axe finds no violation in forced colours, where the mirror is the page", async () => {
  const page = await open(browser, demo.url, { forcedColors: "active", bypassCSP: true });
  assert.deepEqual(await journey(page), []);
  await page.context().close();
});

test("without WebGL the same survey is answered in plain mode, without a violation", async () => {
  const plain = await launch(["--disable-gpu", "--disable-3d-apis"]);
  const page = await open(plain, demo.url, { bypassCSP: true });
  assert.deepEqual(await journey(page), []);
  await plain.close();
});
