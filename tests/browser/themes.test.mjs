// Themes are styles: they follow the page's scheme and change live, the page's own rules win, and axe finds every text
// in every theme readable. The member's wishes for contrast, motion and larger text are followed.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { open, poll, withDemo } from "./support/demo.mjs";
import { host, widget } from "./support/host.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const themes = ["meadow", "clay", "plum", "slate"];
const styles = readFileSync(new URL("../../assets/themes.css", import.meta.url), "utf8");

let demo, browser;
withDemo((...given) => ([demo, browser] = given));

const definition = {
  title: "Tea",
  elements: [
    { type: "radiogroup", name: "tea", title: "Tea or coffee?", isRequired: true, choices: ["Tea", "Coffee"] },
    { type: "text", name: "name", title: "Your name", description: "The first is enough.", defaultValue: "Ada" },
    { type: "rating", name: "stars", title: "How is it?", rateType: "stars" },
    { type: "checkbox", name: "sugar", title: "With it", choices: ["Sugar", "Milk"], defaultValue: ["Milk"], readOnly: true },
  ],
};
const head = '<link rel="stylesheet" href="/dist/themes.css">';

async function visit(attributes = "", { head: more = "", ...options } = {}) {
  const page = await host(browser, demo, `<canvass-widget src="./survey.json" locale="en" ${attributes}></canvass-widget>`, {
    files: { "survey.json": definition }, head: head + more, options: { bypassCSP: true, ...options },
  });
  await widget(page).getByRole("radio", { name: "Tea" }).waitFor();
  return page;
}

const accent = (page) => page.evaluate(() => getComputedStyle(document.querySelector("canvass-widget").shadowRoot.querySelector(".stage")).getPropertyValue("--accent"));
const rgb = (hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
// What the theme's rule says, first light, then dark.
const said = (theme) => {
  const rule = styles.slice(styles.indexOf(`[theme="${theme}"]`));
  return /--canvass-accent: light-dark\((#\w+), (#\w+)\)/.exec(rule).slice(1).map(rgb);
};
const shown = async (page) => (await accent(page)).match(/[\d.]+/g)?.slice(0, 3).map(Number);
const becomes = async (page, colour, what) => {
  for (let tries = 0; tries < 40 && String(await shown(page)) !== String(colour); tries++) await page.waitForTimeout(50);
  assert.deepEqual(await shown(page), colour, what);
};

test("a theme's colours are those of the page's scheme, and both change live", async () => {
  const page = await visit("", { head: "<style>:root { color-scheme: light dark }</style>" });
  for (const theme of themes) {
    await widget(page).evaluate((element, theme) => element.setAttribute("theme", theme), theme);
    await becomes(page, said(theme)[0], `${theme} in light`);
    await page.emulateMedia({ colorScheme: "dark" });
    await becomes(page, said(theme)[1], `${theme} in dark`);
    await page.emulateMedia({ colorScheme: "light" });
  }
  await page.context().close();
});

test("a rule of the page wins over the theme", async () => {
  const page = await visit('theme="plum"', { head: "<style>canvass-widget { --canvass-accent: rgb(10, 20, 30) }</style>" });
  await becomes(page, [10, 20, 30]);
  await page.context().close();
});

for (const colorScheme of ["light", "dark"]) {
  test(`axe finds every text of every theme readable in ${colorScheme}, errors too`, async () => {
    const page = await visit('mode="plain"', { colorScheme, head: "<style>:root { color-scheme: light dark }</style>" });
    await page.evaluate(axe);
    await widget(page).getByRole("button", { name: "Submit" }).click();
    await widget(page).getByRole("alert").first().waitFor();
    for (const theme of themes) {
      await widget(page).evaluate((element, theme) => element.setAttribute("theme", theme), theme);
      await becomes(page, said(theme)[colorScheme === "light" ? 0 : 1], theme);
      const report = await page.evaluate(() => window.axe.run(document, { runOnly: ["color-contrast"] }));
      assert.ok(report.passes.length > 0, theme);
      assert.deepEqual(report.violations.flatMap(({ nodes }) => nodes.map(({ html, any }) => `${html} ${any[0]?.message}`)), [], theme);
    }
    await page.context().close();
  });
}

test("who asks for more contrast gets the widget's own colours for it, in every theme", async () => {
  const page = await visit('theme="clay"', { contrast: "more" });
  await becomes(page, [255, 216, 74]);
  await page.emulateMedia({ contrast: "no-preference" });
  await becomes(page, said("clay")[0]);
  await page.context().close();
});

test("compact is lower than comfortable, and its targets are as large as WCAG wants them", async () => {
  const page = await visit();
  const height = async () => (await widget(page).boundingBox()).height;
  const comfortable = await height();
  await widget(page).evaluate((element) => element.setAttribute("density", "compact"));
  for (let tries = 0; tries < 40 && await height() >= comfortable; tries++) await page.waitForTimeout(50);
  assert.ok(await height() < comfortable * 0.9, `${await height()} of ${comfortable}`);
  for (const role of ["radio", "checkbox", "textbox", "button"]) {
    const box = await widget(page).getByRole(role).first().boundingBox();
    assert.ok(box.height >= 24 && box.width >= 24, `${role}: ${box.width} × ${box.height}`);
  }
  await page.context().close();
});

test("who asks for less motion sees the results at once, not growing", async () => {
  const painted = async (reducedMotion) => {
    const page = await open(browser, demo.url, { reducedMotion });
    const paints = () => poll(page).evaluate((element) => element.debug.paints);
    await poll(page).getByRole("radio").first().check();
    // From here the page's time goes only when told to: a machine that is busy skips no frame, and paints no more of them.
    await page.clock.install();
    await page.clock.pauseAt(Date.now() + 1000);
    const chosen = await paints();
    await poll(page).getByRole("button", { name: "Vote" }).click();
    for (let tries = 0; tries < 100 && await poll(page).getByRole("table").count() === 0; tries++) await page.clock.runFor(50);
    await page.clock.runFor(1000);
    const shown = await paints();
    await page.context().close();
    return shown - chosen;
  };
  const still = await painted("reduce"), moving = await painted("no-preference");
  assert.ok(still < moving, `${still} paints with less motion, ${moving} without`);
});

test("text at 200 % is twice as large, reads without sideways scroll, and cuts nothing off", async () => {
  const page = await visit("", { viewport: { width: 640, height: 900 }, head: "<style>:root { font-size: 200% }</style>" });
  const size = () => widget(page).getByRole("textbox", { name: "Your name" }).evaluate((field) => parseFloat(getComputedStyle(field).fontSize));
  assert.equal(await size(), 32);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 640);
  const { y, height } = await widget(page).boundingBox();
  const button = await widget(page).getByRole("button", { name: "Submit" }).boundingBox();
  assert.ok(button.y + button.height <= y + height);
  await page.context().close();
});
