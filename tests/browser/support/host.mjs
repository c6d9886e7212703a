// Host pages of a test's own, on the demo's server: the widget's markup, and files beside the page.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { open } from "./demo.mjs";

let number = 0;

// `head` is markup for the page's head; `prepare` gets the page before it is visited.
export async function host(browser, demo, body, { files = {}, head = "", prepare, options } = {}) {
  const name = `page-${++number}`;
  const folder = join(demo.site, name);
  mkdirSync(folder);
  writeFileSync(join(folder, "index.html"), `<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>Host page</title>
${head}<script type="module" src="/dist/canvass.js"></script></head><body><main>${body}</main></body></html>`);
  for (const [file, content] of Object.entries(files)) {
    writeFileSync(join(folder, file), typeof content === "string" ? content : JSON.stringify(content));
  }
  const page = await open(browser, "about:blank", options);
  await prepare?.(page);
  await page.goto(`${demo.url}/${name}/`);
  return page;
}

export const widget = (page) => page.locator("canvass-widget");
export const debug = (page) => page.evaluate(() => ({ ...document.querySelector("canvass-widget").debug }));

// What a collector says of a response that it stored; the case of an id does not count.
export function stored(route) {
  const id = route.request().postDataJSON().id.toUpperCase();
  return route.fulfill({ status: 201, json: { id } });
}

// What a rectangle of the page shows: how many pixels differ from its corner, and how many have a hue.
export async function ink(page, clip) {
  const picture = await page.screenshot({ clip });
  return page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
    context.drawImage(bitmap, 0, 0);
    const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
    const found = { dark: 0, coloured: 0 };
    for (let i = 0; i < data.length; i += 4) {
      const far = Math.abs(data[i] - data[0]) + Math.abs(data[i + 1] - data[1]) + Math.abs(data[i + 2] - data[2]);
      if (far > 96) found.dark++;
      if (Math.max(data[i], data[i + 1], data[i + 2]) - Math.min(data[i], data[i + 1], data[i + 2]) > 60) found.coloured++;
    }
    return found;
  }, picture.toString("base64"));
}
