// The element in its page: loading when near, slots, modes, the host's theme followed live, long surveys.
import assert from "node:assert/strict";
import { test } from "node:test";
import { withDemo } from "./support/demo.mjs";
import { debug, host, ink, stored, widget } from "./support/host.mjs";

let demo, browser;
withDemo((...given) => ([demo, browser] = given));

const question = { elements: [{ type: "text", name: "q", title: "Say it" }], canvass: { id: "bed-seven" } };
const files = { "survey.json": question, "page.css": "", "spacer.css": ".spacer { height: 4000px }" };
const tag = (attributes = "", inside = "") => `<canvass-widget src="./survey.json" ${attributes}>${inside}</canvass-widget>`;

test("the wasm is fetched only when a widget comes near", async () => {
  const requested = [];
  const page = await host(browser, demo, `<div class="spacer"></div>${tag("", '<p slot="poster">A poster</p>')}`, {
    files, head: '<link rel="stylesheet" href="spacer.css">',
    prepare: (before) => before.on("request", (request) => requested.push(request.url())),
  });
  await page.getByText("A poster").waitFor({ state: "attached" });
  await page.waitForTimeout(500);
  assert.ok(!requested.some((url) => url.endsWith(".wasm")));
  await page.evaluate(() => scrollTo(0, 3600));
  await widget(page).getByLabel("Say it").waitFor();
  assert.ok(requested.some((url) => url.endsWith(".wasm")));
  assert.equal(await page.getByText("A poster").isVisible(), false);
  await page.context().close();
});

test("the thanks slot shows once the survey is finished", async () => {
  const page = await host(browser, demo, tag("", '<p slot="thanks">See you on Saturday!</p>'), { files });
  await widget(page).getByLabel("Say it").fill("yes");
  assert.equal(await page.getByText("See you on Saturday!").isVisible(), false);
  await widget(page).getByRole("button", { name: "Submit" }).click();
  await page.getByText("See you on Saturday!").waitFor();
  await page.context().close();
});

test("mode=plain, and paper, show the mirror itself", async () => {
  const page = await host(browser, demo, tag(), { files });
  const field = widget(page).getByLabel("Say it");
  await field.waitFor();
  const opacity = () => field.evaluate((element) => getComputedStyle(element).opacity);
  assert.equal(await opacity(), "0");
  await page.emulateMedia({ media: "print" });
  assert.equal(await opacity(), "1");
  await page.emulateMedia({ media: "screen" });
  await widget(page).evaluate((element) => element.setAttribute("mode", "plain"));
  assert.equal(await opacity(), "1");
  await field.fill("still works");
  assert.deepEqual(await widget(page).evaluate((element) => element.data), { q: "still works" });
  await page.context().close();
});

test("the host's colours, font and size are followed live", async () => {
  const page = await host(browser, demo, tag(), { files });
  await widget(page).getByLabel("Say it").waitFor();
  await page.waitForTimeout(500);
  const button = widget(page).getByRole("button", { name: "Submit" });
  const shot = async () => (await page.screenshot({ clip: await button.boundingBox() })).toString("base64");
  let last = await shot();
  for (const [property, value] of [["--canvass-accent", "oklch(0.5 0.2 25)"], ["font-family", "monospace"], ["font-size", "20px"]]) {
    await widget(page).evaluate((element, [name, to]) => element.style.setProperty(name, to), [property, value]);
    await page.waitForTimeout(500);
    const now = await shot();
    assert.notEqual(now, last, property);
    last = now;
  }
  const { frames } = await debug(page);
  await page.waitForTimeout(1000);
  assert.equal((await debug(page)).frames, frames, "it has come to rest");
  await page.context().close();
});

test("an answer given offline is sent when the browser is online again", async () => {
  const page = await host(browser, demo, tag('endpoint="/"'), { files });
  await widget(page).getByLabel("Say it").waitFor();
  await page.context().setOffline(true);
  await page.route("**/v1/responses", (route) => route.abort());
  await widget(page).getByLabel("Say it").fill("from the allotment");
  await widget(page).getByRole("button", { name: "Submit" }).click();
  await widget(page).getByText(/kept on this device/).first().waitFor();
  await page.unroute("**/v1/responses");
  let arrived = 0;
  await page.route("**/v1/responses", (route) => {
    arrived++;
    return stored(route);
  });
  await page.context().setOffline(false);
  await widget(page).getByText("Sent.").first().waitFor();
  assert.equal(arrived, 1);
  await page.context().close();
});

test("a survey of 300 questions is painted wherever one scrolls, on canvases of bounded height", async () => {
  const elements = Array.from({ length: 300 }, (_, i) => ({ type: "radiogroup", name: `q${i}`, title: `Question ${i}`, choices: [1, 2, 3] }));
  const page = await host(browser, demo, tag(), { files: { ...files, "survey.json": { elements } } });
  await widget(page).getByRole("radio").first().waitFor();
  assert.equal(await widget(page).getByRole("radiogroup").count(), 300);
  for (const number of [40, 150, 299, 3]) {
    await page.evaluate((at) => {
      const groups = document.querySelector("canvass-widget").shadowRoot.querySelectorAll("fieldset");
      scrollTo(0, groups[at].getBoundingClientRect().top + scrollY - 200);
    }, number);
    await page.waitForTimeout(500);
    const found = await ink(page, { x: 300, y: 200, width: 700, height: 200 });
    assert.ok(found.dark > 500, `question ${number}: ${found.dark} pixels of ink`);
    const heights = await widget(page).evaluate((element) => [...element.shadowRoot.querySelectorAll("canvas")].map(({ height }) => height));
    const high = heights.reduce((sum, height) => sum + height, 0);
    assert.ok(high <= 8192, `the canvases are ${high} pixels high`);
  }
  await page.context().close();
});

test("a click paints the band of the picture that it changes, and no other", async () => {
  const elements = Array.from({ length: 12 }, (_, i) => ({ type: "radiogroup", name: `q${i}`, title: `Question ${i}`, choices: ["Yes", "No", "Perhaps"] }));
  const page = await host(browser, demo, tag(), { files: { ...files, "survey.json": { elements } } });
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.evaluate(() => {
    const { prototype } = ImageBitmapRenderingContext, { transferFromImageBitmap } = prototype;
    globalThis.shown = [];
    prototype.transferFromImageBitmap = function (bitmap) {
      globalThis.shown.push(this.canvas.style.top);
      return transferFromImageBitmap.call(this, bitmap);
    };
  });
  const shown = () => page.evaluate(() => globalThis.shown.splice(0));
  const settle = () => page.waitForTimeout(700);
  const choice = (question, name) => widget(page).getByRole("radiogroup", { name: `Question ${question}` }).getByRole("radio", { name });
  await choice(11, "Yes").waitFor();
  await settle();
  await choice(0, "Yes").evaluate((radio) => radio.click());
  await settle();
  await shown();
  await choice(0, "No").evaluate((radio) => radio.click());
  await settle();
  assert.deepEqual([...new Set(await shown())], ["0px"]);
  await choice(11, "No").evaluate((radio) => radio.click());
  await settle();
  const low = [...new Set(await shown())].map(parseFloat);
  assert.ok(low.length > 0 && low.length <= 2 && low.every((top) => top >= 720), `painted at ${low}`);
  await page.context().close();
});

test("another locale, and another place in the page, keep the answers", async () => {
  const localised = { elements: [{ type: "text", name: "q", title: { default: "Say it", de: "Sag es" }, isRequired: true }] };
  const page = await host(browser, demo, `${tag('locale="en"')}<section></section>`, { files: { ...files, "survey.json": localised } });
  await widget(page).getByLabel("Say it").fill("hello");
  await widget(page).evaluate((element) => element.setAttribute("locale", "de"));
  await widget(page).getByLabel("Sag es").waitFor();
  await widget(page).getByRole("button", { name: "Absenden" }).waitFor();
  await widget(page).evaluate((element) => document.querySelector("section").append(element));
  await page.waitForTimeout(300);
  assert.equal(await widget(page).getByLabel("Sag es").inputValue(), "hello");
  await page.context().close();
});

test("several widgets share one wasm", async () => {
  const requested = [];
  const page = await host(browser, demo, tag().repeat(5), {
    files, prepare: (before) => before.on("request", (request) => requested.push(request.url())),
  });
  for (let i = 0; i < 5; i++) await widget(page).nth(i).getByLabel("Say it").fill(`answer ${i}`);
  assert.equal(requested.filter((url) => url.endsWith(".wasm")).length, 1);
  assert.deepEqual(
    await page.evaluate(() => [...document.querySelectorAll("canvass-widget")].map((each) => each.data.q)),
    ["answer 0", "answer 1", "answer 2", "answer 3", "answer 4"],
  );
  assert.deepEqual(page.troubles, []);
  await page.context().close();
});

test("a finished survey leads to where its definition says: once the answers are stored, unless the page stays", async () => {
  const definition = { elements: [{ type: "text", name: "q", title: "Your town" }], navigateToUrl: "thanks.html?from={q}" };
  const finish = async (attributes, prepare, before = () => {}) => {
    const page = await host(browser, demo, `<canvass-widget src="./form.json" ${attributes}></canvass-widget>`,
      { files: { "form.json": definition, "thanks.html": "<h1>Thanks</h1>" }, prepare });
    await page.evaluate(before);
    await widget(page).getByLabel("Your town").fill("Graz");
    await widget(page).getByRole("button", { name: "Submit" }).click();
    return page;
  };
  let page = await finish("");
  await page.waitForURL("**/thanks.html?from=Graz");
  await page.context().close();

  let answer;
  page = await finish('endpoint="/"', (before) => before.route("**/v1/responses", (route) => { answer = () => stored(route); }));
  while (!answer) await page.waitForTimeout(20);
  assert.match(page.url(), /page-\d+\/$/);
  await answer();
  await page.waitForURL("**/thanks.html?from=Graz");
  await page.context().close();

  page = await finish("", undefined, () => addEventListener("canvass-navigate", (event) => {
    event.preventDefault();
    document.title = event.detail.url;
  }));
  await page.waitForFunction(() => document.title === "thanks.html?from=Graz");
  assert.match(page.url(), /page-\d+\/$/);
  await page.context().close();
});
