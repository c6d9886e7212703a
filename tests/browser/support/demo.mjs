// The demo site as `make demo` serves it, on a port of its own with an empty database, and Chromium to visit it.
import { spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { after, afterEach, before } from "node:test";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const root = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));

// { url, site, stop(), restart() }: the folder `site` may be written to while it is served.
export async function serveDemo({ definitions = join(root, "assets/definitions"), score } = {}) {
  const folder = mkdtempSync(join(tmpdir(), "canvass-browser-"));
  const site = join(folder, "site");
  mkdirSync(site);
  cpSync(join(root, "assets/demo"), site, { recursive: true });
  cpSync(join(root, "dist"), join(site, "dist"), { recursive: true });
  const scoring = [];
  if (score) {
    writeFileSync(join(folder, "key"), score.key);
    writeFileSync(join(folder, "model.json"), JSON.stringify(score.model));
    scoring.push("--score-key", join(folder, "key"), "--score-model", join(folder, "model.json"), "--score-pages", "on");
  }
  let child;
  const start = async (listen) => {
    child = spawn(
      join(root, "build/bin/canvass-collector"),
      ["serve", "--db", join(folder, "answers.sqlite"), "--definitions", definitions, "--listen", listen, "--static", site, ...scoring],
      { stdio: ["ignore", "pipe", "inherit"] },
    );
    for await (const line of createInterface({ input: child.stdout })) {
      const address = /listening on (http:\S+)/.exec(line)?.[1];
      if (address) return address;
    }
    throw new Error("the collector ended before it listened");
  };
  const end = async () => {
    if (child.exitCode !== null) return;
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGTERM");
    await ended;
  };
  const url = await start("127.0.0.1:0");
  return {
    url,
    site,
    pause: end,
    resume: () => start(new URL(url).host),
    async stop() {
      await end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export function launch(extra = []) {
  return chromium.launch({
    executablePath: process.env.CANVASS_CHROMIUM || "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--use-angle=swiftshader",
      "--enable-unsafe-swiftshader",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run",
      ...extra,
    ],
  });
}

// Gives the tests of a file a demo and a Chromium of their own, and ends both after them.
export function withDemo(use, options = {}) {
  let demo, browser;
  before(async () => {
    demo = await serveDemo(options);
    browser = await launch();
    use(demo, browser);
  });
  // A test closes what it opened when it passes: what is still open tells why one did not.
  afterEach(async () => {
    for (const context of browser?.contexts() ?? []) {
      for (const page of context.pages()) console.log(await left(page).catch(String));
      await context.close();
    }
  });
  after(async () => {
    await browser?.close();
    await demo?.stop();
  });
}

async function left(page) {
  const widgets = await page.locator("canvass-widget").evaluateAll((all) =>
    all.map(({ shadowRoot }) => ({
      text: shadowRoot?.textContent,
      values: [...(shadowRoot?.querySelectorAll("input, textarea, select") ?? [])].map(({ type, value, checked }) => ({ type, value, checked })),
    })));
  return `left open at ${page.url()}: ${JSON.stringify({ troubles: page.troubles, widgets })}`;
}

// A page that remembers what went wrong on it: console errors, uncaught exceptions, CSP violations.
export async function open(browser, url, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  page.troubles = [];
  page.on("console", (message) => message.type() === "error" && page.troubles.push(message.text()));
  page.on("pageerror", (error) => page.troubles.push(String(error)));
  await page.goto(url);
  return page;
}

export const survey = (page) => page.locator("canvass-widget").first();
export const poll = (page) => page.locator("canvass-widget").nth(1);
