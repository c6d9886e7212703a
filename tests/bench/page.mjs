// What the widget costs a page, in real Chromium: time to the first picture, a click, and rest.
// Prints a figure a line; compare them within one run.
import { launch, open, serveDemo, survey } from "../browser/support/demo.mjs";

const print = (what, value, unit) => console.log(`${what.padEnd(58)} ${String(value).padStart(12)} ${unit}`);
const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
const frames = (page) =>
  page.evaluate(() => [...document.querySelectorAll("canvass-widget")].reduce((sum, each) => sum + each.debug.frames, 0));

const demo = await serveDemo();
const browser = await launch();
try {
  const firstPictures = [];
  for (let run = 0; run < 5; run++) {
    const page = await open(browser, demo.url);
    await page.waitForFunction(() => [...document.querySelectorAll("canvass-widget")].every((each) => each.debug?.paints > 0));
    firstPictures.push(await page.evaluate(() => performance.now()));
    await page.context().close();
  }
  print("navigation to both widgets painted, median of 5", Math.round(median(firstPictures)), "ms");

  const page = await open(browser, demo.url);
  await survey(page).getByRole("radio").first().waitFor();
  const clicks = await page.evaluate(async () => {
    const widget = document.querySelector("canvass-widget");
    const radios = [...widget.shadowRoot.querySelectorAll('input[type="radio"]')].slice(0, 2);
    const spent = [];
    for (let click = 0; click < 20; click++) {
      const before = widget.debug.paints;
      const begin = performance.now();
      radios[click % 2].click();
      while (widget.debug.paints === before) await new Promise(requestAnimationFrame);
      spent.push(performance.now() - begin);
    }
    return spent;
  });
  print("click on a choice to its picture, median of 20", median(clicks).toFixed(1), "ms");

  await page.waitForTimeout(1500);
  const before = await frames(page);
  await page.waitForTimeout(10_000);
  print("frames in 10 s of an idle page", (await frames(page)) - before, "");

  const restored = await page.evaluate(async () => {
    const widget = document.querySelector("canvass-widget");
    const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
    widget.debug.loseContext();
    await pause(200);
    const { paints } = widget.debug;
    widget.debug.restoreContext();
    await pause(1000);
    return widget.debug.paints > paints;
  });
  print("GL context lost and restored: drawing again", restored ? "yes" : "no", "");
} finally {
  await browser.close();
  await demo.stop();
}
