// The widget beside SurveyJS and bare HTML: the same twelve questions, the same browser, turn and turn about.
// Prints times, processor time of all of the browser's processes, and ratios; compare within one run only.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { launch } from "../browser/support/demo.mjs";
import { bareForm, twelve } from "./support/twelve.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const turns = 7, clicks = 30;

function page(content) {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Twelve questions</title><link rel="icon" href="data:,">` +
    `<style>body { font: 16px/1.5 sans-serif; max-width: 45rem }</style><script src="measure.js"></script>${content}`;
}

// No policy stands in the peer's way: it runs under no strict one.
function serve() {
  const peers = join(here, "peers"), modules = join(peers, "node_modules");
  if (!existsSync(modules)) {
    execFileSync("npm", ["ci", "--no-audit", "--no-fund", "--ignore-scripts"], { cwd: peers, stdio: "inherit" });
  }
  const dist = join(here, "../../dist");
  const definition = JSON.stringify(twelve);
  const files = {
    "/measure.js": join(here, "support/measure.js"),
    "/canvass.js": join(dist, "canvass.js"),
    "/canvass.wasm": join(dist, "canvass.wasm"),
    "/survey-core.css": join(modules, "survey-core/survey-core.fontless.min.css"),
    "/survey-core.js": join(modules, "survey-core/survey.core.min.js"),
    "/survey-js-ui.js": join(modules, "survey-js-ui/survey-js-ui.min.js"),
  };
  const pages = {
    "/canvass": page(`<script type="module" src="canvass.js"></script><canvass-widget definition='${definition}'></canvass-widget>`),
    "/surveyjs": page(`<link rel="stylesheet" href="survey-core.css"><script src="survey-core.js"></script><script src="survey-js-ui.js"></script>` +
      `<div id="survey"></div><script>new Survey.Model(${definition}).render(document.getElementById("survey"))</script>`),
    "/bare": page(bareForm()),
  };
  const types = { ".js": "text/javascript", ".css": "text/css", ".wasm": "application/wasm" };
  const server = createServer(({ url }, reply) => {
    const file = files[url];
    if (!file && !pages[url]) return reply.writeHead(404).end();
    reply.writeHead(200, { "content-type": file ? types[extname(file)] : "text/html" }).end(file ? readFileSync(file) : pages[url]);
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}

const processorSeconds = async (session) =>
  (await session.send("SystemInfo.getProcessInfo")).processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0);

async function visit(browser, url, name) {
  const figures = {};
  const session = await browser.newBrowserCDPSession();
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await page.goto("about:blank");
  await page.waitForTimeout(300);
  let begin = await processorSeconds(session);
  await page.goto(`${url}/${name}`);
  figures.first = await page.evaluate(() => globalThis.bench.firstFrame());
  figures.load = (await processorSeconds(session)) - begin;
  Object.assign(figures, await page.evaluate(() => globalThis.bench.parts()));

  await page.waitForTimeout(500);
  await page.evaluate(() => globalThis.bench.clicks(6));
  begin = await processorSeconds(session);
  figures.click = await page.evaluate((count) => globalThis.bench.clicks(count), clicks);
  figures.clickCpu = ((await processorSeconds(session)) - begin) / clicks;
  figures.turn = await page.evaluate(() => globalThis.bench.turn());

  const devtools = await context.newCDPSession(page);
  await devtools.send("HeapProfiler.collectGarbage");
  figures.heap = await page.evaluate(() => performance.memory.usedJSHeapSize);
  await context.close();
  await session.detach();
  return figures;
}

const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
const names = ["canvass", "surveyjs", "bare"];
const seen = Object.fromEntries(names.map((name) => [name, []]));
const server = await serve();
const url = `http://127.0.0.1:${server.address().port}`;
const browser = await launch(["--enable-precise-memory-info"]);
try {
  for (let turn = 0; turn < turns; turn++) {
    for (const name of names) seen[name].push(await visit(browser, url, name));
  }
} finally {
  await browser.close();
  server.close();
}

const of = (name, figure) => median(seen[name].map((figures) => figures[figure]).filter((value) => value !== undefined));
const row = (cells) => console.log(cells.map((cell, at) => (at ? String(cell).padStart(12) : String(cell).padEnd(44))).join(""));
const shown = (value, scale, digits = 0) => (value === undefined ? "–" : (value * scale).toFixed(digits));
row([`median of ${turns} visits`, ...names, "ratio", "aim"]);
for (const [figure, what, scale, beside, aim, digits] of [
  ["first", "script start to first frame, ms", 1, "surveyjs", "0.6 of peer"],
  ["load", "processor time to load, ms", 1000, "surveyjs", "0.5 of peer"],
  ["click", "click to frame, ms", 1, "bare", "1.15 of bare", 1],
  ["clickCpu", "processor time of a click, ms", 1000, "bare", "1.5 of bare", 1],
  ["turn", "page change to frame, ms", 1, "surveyjs", "0.4 of peer", 1],
  ["heap", "script heap, MB", 1e-6, "surveyjs", "", 2],
]) {
  const ratio = of("canvass", figure) / of(beside, figure);
  row([what, ...names.map((name) => shown(of(name, figure), scale, digits)), ratio.toFixed(2), aim]);
}
row(["of the widget's first frame: fetched by, ms", shown(of("canvass", "fetched"), 1)]);
row(["  compiled by, ms", shown(of("canvass", "compiled"), 1)]);
row(["  survey loaded by, ms", shown(of("canvass", "ready"), 1)]);
row(["  painted (glyphs made) by, ms", shown(of("canvass", "painted"), 1)]);
