// The same journey in Firefox and in WebKit: the gallery is painted, answered by pointer and by keyboard through the
// roles and names that assistive technology hears, and submitted; and at rest nothing runs.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { serveDemo } from "../browser/support/demo.mjs";
import { launchFirefox } from "./support/firefox.mjs";
import { launchWebKit } from "./support/webkit.mjs";

// In the page: the control of that role and name, in whichever shadow root it is, scrolled into view; where it is.
function locate(role, name) {
  const roots = [document];
  const all = [];
  for (const root of roots) {
    for (const element of root.querySelectorAll("*")) {
      if (element.shadowRoot) roots.push(element.shadowRoot);
      all.push(element);
    }
  }
  const roleOf = (element) => element.getAttribute("role") ?? {
    BUTTON: "button", SELECT: "combobox", TEXTAREA: "textbox", H1: "heading", H2: "heading", H3: "heading",
    INPUT: { radio: "radio", checkbox: "checkbox", range: "slider", number: "spinbutton" }[element.type] ?? "textbox",
  }[element.tagName];
  const text = (element) => element?.textContent.trim() ?? "";
  const nameOf = (element) => {
    const by = element.getAttribute("aria-labelledby");
    return element.getAttribute("aria-label") ?? (by ? text(element.getRootNode().getElementById(by))
      : element.labels?.length ? text(element.labels[0]) : text(element));
  };
  const found = all.find((element) => roleOf(element) === role && nameOf(element) === name);
  if (!found) return null;
  found.scrollIntoView({ block: "center" });
  const { x, y, width, height } = found.getBoundingClientRect();
  return { x: x + width / 2, y: y + height / 2, value: found.value ?? "", checked: found.checked ?? false };
}

const widgets = () => {
  const element = document.querySelector("canvass-widget");
  return { state: element.snapshot?.state ?? "", data: element.data, ...element.debug, text: element.shadowRoot.textContent };
};

// How many colours the painted window holds.
const colours = () => {
  const painted = document.querySelector("canvass-widget").shadowRoot.querySelector("canvas");
  const copy = document.createElement("canvas");
  copy.width = painted.width;
  copy.height = painted.height;
  const context = copy.getContext("2d");
  context.drawImage(painted, 0, 0);
  const pixels = new Uint32Array(context.getImageData(0, 0, copy.width, copy.height).data.buffer);
  return new Set(pixels).size;
};

for (const [name, launch] of [["Firefox", launchFirefox], ["WebKit", launchWebKit]]) {
  describe(name, () => {
    let demo, browser;
    before(async () => {
      demo = await serveDemo();
      browser = await launch();
    });
    after(async () => {
      await browser?.stop();
      await demo?.stop();
    });

    async function until(what, get, holds) {
      let seen;
      for (const end = Date.now() + 15_000; Date.now() < end; await wait(100)) {
        seen = await get();
        if (holds(seen)) return seen;
      }
      assert.fail(`${what}: ${JSON.stringify(seen)}`);
    }

    const state = (page) => page.evaluate(widgets);
    async function atRest(page, time = 300) {
      let last = -1;
      await until("rest", async () => {
        await wait(time);
        const { frames } = await state(page);
        const rests = frames === last;
        last = frames;
        return rests;
      }, Boolean);
    }
    const control = (page, role, label) => until(`${role} “${label}”`, () => page.evaluate(locate, role, label), Boolean);
    async function click(page, role, label) {
      await control(page, role, label);
      await atRest(page);  // the window follows what was scrolled
      const { x, y } = await control(page, role, label);
      await page.click(x, y);
    }
    const answers = (page, question, value) => until(question, () => state(page), ({ data }) => JSON.stringify(data[question]) === JSON.stringify(value));

    async function gallery() {
      const page = await browser.open(`${demo.url}/gallery/`);
      await until("the survey", () => state(page), ({ state: reached }) => reached === "running");
      await atRest(page);
      return page;
    }

    test("the gallery is painted by WebGL, and at rest draws no frame", async () => {
      const page = await gallery();
      await until("pictures", () => state(page), ({ paints }) => paints > 0);
      assert.equal((await state(page)).plain, false);
      await until("colours", () => page.evaluate(colours), (count) => count > 20);
      await atRest(page, 1000);
      await page.close();
    });

    test("every kind is answered by pointer and by keyboard, and the survey is submitted", async () => {
      const page = await gallery();
      await click(page, "textbox", "1. What shall we call you?");
      await page.type("Zoë");
      await answers(page, "name", "Zoë");
      await page.press("Tab");
      await page.type("zoe@example.org");
      await answers(page, "mail", "zoe@example.org");
      await click(page, "radio", "Coffee");
      await answers(page, "tea", "Coffee");
      await page.press("ArrowDown");
      await answers(page, "tea", "Neither, thank you");
      await click(page, "checkbox", "Beans");
      await page.press("Tab");
      await page.press("Space");
      await answers(page, "beds", ["Beans", "Pumpkins"]);
      await click(page, "radio", "9");
      await answers(page, "nps", 9);
      await click(page, "button", "A roof for the bench: move up");
      await answers(page, "next", ["Greenhouse", "A roof for the bench", "Bicycle stand"]);
      const { data: { hours } } = await state(page);
      await click(page, "slider", "16. How many hours a week do you garden?");
      await until("the slider", () => state(page), ({ data }) => data.hours !== hours);
      await click(page, "textbox", "Or type your name");
      await page.type("Zoë");
      await page.press("Tab");
      await until("the signature", () => state(page), ({ data }) => data.signed?.startsWith("data:image/png"));
      await click(page, "button", "Submit");
      await until("the end", () => state(page), ({ state: reached }) => reached === "completed");
      await until("the thanks", () => state(page), ({ text }) => text.includes("Thank you"));
      await page.close();
    });

    test("a vote reaches the collector, and why it won is told", async () => {
      const page = await browser.open(`${demo.url}/`);
      const second = () => {
        const element = document.querySelectorAll("canvass-widget")[1];
        element.scrollIntoView();
        return { state: element.snapshot?.state ?? "", text: element.shadowRoot.textContent };
      };
      await until("the poll", () => page.evaluate(second), ({ state: reached }) => reached === "running");
      await click(page, "radio", "A herb spiral");
      await page.evaluate(() => document.querySelectorAll("canvass-widget")[1].submit());
      await until("the end", () => page.evaluate(second), ({ state: reached }) => reached === "completed");
      await until("the votes", () => page.evaluate(locate, "button", "Check this result"), Boolean);
      await page.close();
    });
  });
}
