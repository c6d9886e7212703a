// What a member's activity comes to: reported by the widget and the page, shown as a card, and given up by opting out.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { launch, serveDemo } from "./support/demo.mjs";
import { debug, host, widget } from "./support/host.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const key = "a key that only this test knows";
const model = {
  extends: "canvass", name: "test",
  suggestions: [{ name: "offer", on: "seen", when: "{count.answered} = 0", suggest: "Offer the welcome survey.", automatic: true }],
};
let demo, browser;
before(async () => {
  demo = await serveDemo({ score: { key, model } });
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await demo?.stop();
});

const authorised = { Authorization: `Bearer ${key}`, "Content-Type": "application/json" };
const report = (events) =>
  fetch(`${demo.url}/v1/events`, { method: "POST", headers: authorised, body: JSON.stringify(events) });
async function score(member) {
  const reply = await fetch(`${demo.url}/v1/members/${member}/score`, { headers: authorised });
  return reply.ok ? reply.json() : reply.status;
}
async function counted(member, type, times) {
  for (let tries = 0; tries < 50; tries++) {
    const now = await score(member);
    if (now.parts?.[type]?.count === times) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  assert.fail(`${type} of ${member} was not counted ${times} times: ${JSON.stringify(await score(member))}`);
}
const card = (member, more = "") => `<canvass-widget view="member" endpoint="/" member="${member}" ${more}></canvass-widget>`;
const yesterday = new Date(Date.now() - 86_400_000).toISOString();

test("a card tells level, what earned it, the next step and the streak, accessibly", async () => {
  await report([{ id: "c-1", member: "ann", type: "helped", at: yesterday }, { id: "c-2", member: "ann", type: "posted", at: new Date() },
    { id: "c-3", member: "bob", type: "liked", at: new Date(), subject: "ann" }]);
  for (const mode of ["", 'mode="plain"']) {
    const page = await host(browser, demo, `<h1>Club</h1>${card("ann", mode)}`);
    await widget(page).getByText("How you take part").first().waitFor();
    for (const words of ["Member", /^9\.9 now, 8\.4 in a week/, "Regular: 15.1 more points", "2 now, 2 at best", "Help given",
      /^5\.9 points, done 1 times$/, /received 1 times$/]) {
      assert.ok(await widget(page).getByText(words).count() > 0, String(words));
    }
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => window.axe.run(document));
    assert.deepEqual(violations.map(({ id }) => id), []);
    assert.deepEqual(page.troubles.filter((trouble) => !trouble.includes("404")), []);  // the browser asks for an icon
    await page.context().close();
  }
});

test("a card speaks the page's language", async () => {
  const page = await host(browser, demo, card("ann", 'locale="de"'));
  await widget(page).getByText("Wie du mitmachst").first().waitFor();
  assert.ok(await widget(page).getByText("Regular: noch 15,1 Punkte").count() > 0);
  await page.context().close();
});

test("opting out deletes what was counted, and nothing more is taken", async () => {
  await report({ id: "o-1", member: "olga", type: "posted", at: yesterday });
  const page = await host(browser, demo, card("olga"));
  await widget(page).getByRole("button", { name: "Opt out" }).click();
  assert.notEqual(await score("olga"), 404);  // not without being sure
  await widget(page).getByRole("checkbox", { name: "Delete it and stop counting" }).check();
  await widget(page).getByRole("button", { name: "Opt out" }).click();
  await widget(page).getByText("nothing more is counted about you").first().waitFor();
  await widget(page).getByText("Sent.").waitFor();
  assert.equal(await score("olga"), 404);
  await report({ id: "o-2", member: "olga", type: "posted", at: new Date() });
  assert.equal(await score("olga"), 404);
  await page.reload();
  await widget(page).getByText("Nothing has been counted about you yet.").first().waitFor();
  await page.context().close();
});

test("an opt-out that could not be made is said", async () => {
  await report({ id: "p-1", member: "pia", type: "posted", at: yesterday });
  const page = await host(browser, demo, card("pia"), { prepare: (before) => before.route("**/v1/events", (route) => route.abort()) });
  await widget(page).getByRole("checkbox").check();
  await widget(page).getByRole("button", { name: "Opt out" }).click();
  await widget(page).getByRole("alert").getByText(/not/).first().waitFor();
  await widget(page).getByRole("button", { name: "Opt out" }).waitFor();
  assert.equal(await widget(page).getByText("nothing more is counted about you").count(), 0);
  assert.notEqual(await score("pia"), 404);
  await page.context().close();
});

test("a widget that tracks reports the visit, the beginning and each question's first answer", async () => {
  const survey = { canvass: { id: "s" }, elements: [
    { type: "radiogroup", name: "a", title: "A?", choices: ["one", "two"] }, { type: "text", name: "b", title: "B?" }] };
  const page = await host(browser, demo, '<canvass-widget track member="tom" endpoint="/"></canvass-widget>', {
    prepare: (before) => before.addInitScript(() => {
      window.suggestions = [];
      addEventListener("canvass-suggestion", ({ detail }) => window.suggestions.push(detail));
    }),
  });
  await widget(page).evaluate((element, value) => { element.definition = value; }, survey);
  await counted("tom", "seen", 1);
  await widget(page).getByRole("radio", { name: "one" }).check();
  await widget(page).getByRole("radio", { name: "two" }).check();
  await widget(page).getByRole("textbox", { name: "B?" }).fill("words");
  await widget(page).getByRole("textbox", { name: "B?" }).blur();
  await counted("tom", "answered", 2);
  await counted("tom", "started", 1);
  assert.deepEqual(await page.evaluate(() => window.suggestions.map(({ suggest }) => suggest)), ["Offer the welcome survey."]);
  await page.reload();
  await page.waitForTimeout(1500);
  assert.equal((await score("tom")).parts.seen.count, 1);
  await page.context().close();
});

test("the page tracks what the model lets a page report, and is told what it does not", async () => {
  const page = await host(browser, demo, '<canvass-widget member="uma" endpoint="/" definition=\'{"elements":[]}\'></canvass-widget>', {
    prepare: (before) => before.addInitScript(() => {
      window.faults = [];
      addEventListener("canvass-error", ({ detail }) => detail.code === "track" && window.faults.push(detail.message));
    }),
  });
  await widget(page).evaluate((element) => element.track("answered", { id: "u-1" }));
  await counted("uma", "answered", 1);
  await widget(page).evaluate((element) => element.track("posted"));
  await page.waitForFunction(() => window.faults.length > 0);
  assert.match((await page.evaluate(() => window.faults))[0], /fromPage/);
  await page.context().close();
});

test("a page without a card or tracking does not load what they need, and a card at rest draws no frame", async () => {
  const asked = [];
  const watch = (before) => before.on("request", (request) => asked.push(new URL(request.url()).pathname));
  const plain = await host(browser, demo, '<canvass-widget member="ann" endpoint="/" definition=\'{"elements":[{"type":"text","name":"a"}]}\'></canvass-widget>', { prepare: watch });
  await widget(plain).getByRole("textbox").waitFor();
  assert.ok(!asked.some((path) => path.endsWith("engagement.js")));
  await plain.context().close();
  const page = await host(browser, demo, card("ann"));
  await widget(page).getByText("How you take part").first().waitFor();
  await page.waitForTimeout(800);
  const { frames } = await debug(page);
  await page.waitForTimeout(800);
  assert.equal((await debug(page)).frames, frames);
  await page.context().close();
});
