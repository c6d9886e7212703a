// Nothing changes, nothing runs; and the picture survives the loss of its GL context.
import assert from "node:assert/strict";
import { test } from "node:test";
import { open, survey, withDemo } from "./support/demo.mjs";

let demo, browser;
withDemo((...given) => ([demo, browser] = given));

const frames = (page) => page.evaluate(() => [...document.querySelectorAll("canvass-widget")].map((each) => each.debug.frames));

async function settled(page) {
  await survey(page).getByRole("radio").first().waitFor();
  await page.waitForTimeout(1500);
}

// Distinct colours of a widget's canvas as the screen shows it: an empty picture has one.
async function colours(page) {
  const picture = await survey(page).screenshot();
  return page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
    context.drawImage(bitmap, 0, 0);
    return new Set(new Uint32Array(context.getImageData(0, 0, bitmap.width, bitmap.height).data.buffer)).size;
  }, picture.toString("base64"));
}

test("an idle page runs no frame in ten seconds", async () => {
  const page = await open(browser, demo.url);
  await settled(page);
  const first = await frames(page);
  await page.waitForTimeout(10_000);
  assert.deepEqual(await frames(page), first);
  assert.ok(first.every((count) => count > 0));
  await page.context().close();
});

test("after context loss and restore it draws again", async () => {
  const page = await open(browser, demo.url);
  await settled(page);
  const before = await colours(page);
  assert.ok(before > 20, `only ${before} colours before the loss`);
  await page.evaluate(async () => {
    const { debug } = document.querySelector("canvass-widget");
    debug.loseContext();
    await new Promise((resolve) => setTimeout(resolve, 200));
    debug.restoreContext();
  });
  await page.waitForTimeout(1000);
  const paints = await page.evaluate(() => document.querySelector("canvass-widget").debug.paints);
  await survey(page).getByRole("radio", { name: "Yes, for a while" }).check();
  await page.waitForTimeout(1000);
  assert.ok(await page.evaluate(() => document.querySelector("canvass-widget").debug.paints) > paints, "nothing is drawn any more");
  const after = await colours(page);
  assert.ok(after > 20, `only ${after} colours after the restore`);
  await page.context().close();
});
