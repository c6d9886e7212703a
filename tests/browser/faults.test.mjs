// Bad input: a clear message in the page and in canvass-error, the page around goes on, no answer is lost.
import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { open, withDemo } from "./support/demo.mjs";
import { stored } from "./support/host.mjs";

let demo, browser;
withDemo((...given) => ([demo, browser] = given));

const host = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>host</title>
<script type="module" src="/dist/canvass.js"></script><script type="module" src="./record.js"></script></head>
<body><main><h1>Host page</h1>WIDGET<button id="count">0</button></main></body></html>`;
const record = `window.events = [];
for (const type of ["ready", "change", "submit", "results", "error"])
  document.addEventListener("canvass-" + type, (event) => events.push({ type, detail: JSON.parse(JSON.stringify(event.detail ?? null)) }));
document.querySelector("#count").addEventListener("click", ({ target }) => target.textContent++);`;

let number = 0;
async function hosted(widget, files = {}, prepare) {
  const name = `host-${++number}`;
  mkdirSync(join(demo.site, name));
  writeFileSync(join(demo.site, name, "index.html"), host.replace("WIDGET", widget));
  writeFileSync(join(demo.site, name, "record.js"), record);
  for (const [file, text] of Object.entries(files)) writeFileSync(join(demo.site, name, file), text);
  const page = await open(browser, "about:blank");
  if (prepare) await prepare(page);
  await page.goto(`${demo.url}/${name}/`);
  return page;
}

const errors = (page) => page.evaluate(() => window.events.filter((event) => event.type === "error").map((event) => event.detail));
const widget = (page) => page.locator("canvass-widget");

async function assertSaid(page, words) {
  await widget(page).getByRole("alert").filter({ hasText: words }).first().waitFor();
  await page.waitForFunction(() => window.events.some((event) => event.type === "error"));
  const [first] = await errors(page);
  assert.ok(first.code, "canvass-error names a code");
  assert.match(first.message, words);
  await page.locator("#count").click();
  assert.equal(await page.locator("#count").textContent(), "1");
}

const definitionFaults = [
  ["malformed JSON", '{"elements": [', /JSON|definition/i],
  ["a wrong type", '{"elements": [{"type": "text", "name": "q", "isRequired": "perhaps"}, {"type": "text", "name": 5}]}', /isRequired/],
  ["an unknown question kind", '{"elements": [{"type": "telepathy", "name": "q"}, {"type": "text", "name": "ok"}]}', /telepathy/],
  ["a circular visibleIf", '{"elements": [{"type": "text", "name": "a", "visibleIf": "{b} = 1"}, {"type": "text", "name": "b", "visibleIf": "{a} = 1"}, {"type": "text", "name": "ok"}]}', /a → b → a|b → a → b/],
  ["an expression with a syntax error", '{"elements": [{"type": "text", "name": "a", "visibleIf": "{b} = = 1"}, {"type": "text", "name": "ok"}]}', /\{b\} = = 1/],
];
for (const [what, definition, words] of definitionFaults) {
  test(`${what} in a definition is said`, async () => {
    const page = await hosted('<canvass-widget src="./survey.json"></canvass-widget>', { "survey.json": definition });
    await assertSaid(page, words);
    if (definition.includes('"ok"')) await widget(page).getByRole("textbox", { name: "ok" }).waitFor();
    await page.context().close();
  });
}

test("a definition that is not there is said", async () => {
  const page = await hosted('<canvass-widget src="/v1/definitions/nowhere"></canvass-widget>');
  await assertSaid(page, /404|found|load/i);
  await page.context().close();
});

test("an endpoint that is no address is said before anything is answered", async () => {
  const page = await hosted('<canvass-widget src="/v1/definitions/bed-seven" endpoint="http://[bad"></canvass-widget>');
  await assertSaid(page, /\[bad/);
  assert.equal(await widget(page).getByRole("radio").count(), 0);
  assert.deepEqual(page.troubles, []);
  await page.context().close();
});

test("wasm that fails to load is said, and the fallback slot shows", async () => {
  const page = await hosted(
    '<canvass-widget src="/v1/definitions/bed-seven"><p slot="fallback">Write to us instead.</p></canvass-widget>', {},
    (before) => before.route("**/canvass.wasm", (route) => route.fulfill({ status: 200, contentType: "application/wasm", body: "nonsense" })),
  );
  await assertSaid(page, /WebAssembly|load|start/i);
  assert.equal(await page.getByText("Write to us instead.").isVisible(), true);
  await page.context().close();
});

const refusal = (code, message) => ({ errors: [{ code, message }] });
const ballot = '{"elements": [{"type": "text", "name": "q", "title": "Say it"}], "canvass": {"id": "bed-seven"}}';

for (const [what, fulfil] of [
  ["a 500 from the endpoint", (route) => route.fulfill({ status: 500, body: "broken" })],
  ["an unreachable endpoint", (route) => route.abort()],
  ["a portal that answers 200 with a page", (route) => route.fulfill({ status: 200, contentType: "text/html", body: "<p>Log in" })],
  ["a 201 for another response", (route) => route.fulfill({ status: 201, json: { id: "0" } })],
  ["a 403 with a page", (route) => route.fulfill({ status: 403, contentType: "text/html", body: "<p>No" })],
  ["a collector that has no such survey yet", (route) => route.fulfill({ status: 404, json: refusal("unknown-definition", "No such survey.") })],
]) {
  test(`${what}: the answer is kept and sent later`, async () => {
    let broken = true;
    let arrived = 0;
    const page = await hosted('<canvass-widget src="./survey.json" endpoint="/"></canvass-widget>', { "survey.json": ballot }, (before) =>
      before.route("**/v1/responses", (route) => {
        if (broken) return fulfil(route);
        arrived++;
        return stored(route);
      }),
    );
    await widget(page).getByLabel("Say it").fill("hello");
    await widget(page).getByRole("button", { name: /submit/i }).click();
    await widget(page).getByText(/kept/i).first().waitFor();
    assert.equal((await errors(page)).length > 0, true);
    broken = false;
    await page.reload();
    await page.waitForFunction(() => !Object.keys(localStorage).some((key) => /canvass/.test(key) && localStorage[key].includes("hello")));
    assert.equal(arrived, 1);
    await page.context().close();
  });
}

test("a fault that follows at once is what the status says in the end", async () => {
  const page = await hosted('<canvass-widget src="./survey.json" endpoint="/"></canvass-widget>', { "survey.json": ballot }, async (before) => {
    await before.addInitScript(() => {
      const usual = window.setTimeout;
      window.setTimeout = (what, after, ...given) => usual(what, after || 700, ...given);
    });
    await before.route("**/v1/responses", (route) => route.abort());
  });
  await widget(page).getByLabel("Say it").fill("hello");
  await widget(page).getByRole("button", { name: /submit/i }).click();
  await widget(page).getByRole("button", { name: /again/i }).waitFor();
  await page.waitForTimeout(1000);
  assert.match(await widget(page).getByRole("status").first().textContent(), /kept/i);
  await page.context().close();
});

for (const status of [400, 409, 413, 422]) {
  test(`answers refused with ${status} stand in the survey again, to be changed and sent`, async () => {
    let refused = true;
    const tag = '<canvass-widget src="./survey.json" endpoint="/" locale="de"><p slot="thanks">See you!</p></canvass-widget>';
    const page = await hosted(tag, { "survey.json": ballot }, (before) =>
      before.route("**/v1/responses", (route) => (refused ? route.fulfill({ status, json: refusal("too-long", "Zu lang.") }) : stored(route))));
    await widget(page).getByLabel("Say it").fill("hello");
    await widget(page).getByRole("button", { name: "Absenden" }).click();
    await assertSaid(page, /Deine Antworten wurden nicht angenommen: Zu lang\./);
    assert.equal(await widget(page).getByRole("heading").count(), 0, "nobody is thanked");
    assert.equal(await page.getByText("See you!").isVisible(), false);
    assert.equal(await page.evaluate(() => Object.keys(localStorage).length), 0);
    assert.equal(await widget(page).getByLabel("Say it").inputValue(), "hello");
    refused = false;
    await widget(page).getByLabel("Say it").fill("hi");
    await widget(page).getByRole("button", { name: "Absenden" }).click();
    await widget(page).getByText("Gesendet.").first().waitFor();
    assert.equal(await widget(page).getByText(/nicht angenommen/).count(), 0);
    await page.getByText("See you!").waitFor();
    await page.context().close();
  });
}

test("what is broken in the outbox does not hold up the rest", async () => {
  const arrived = [];
  const page = await hosted('<canvass-widget src="./survey.json" endpoint="/"></canvass-widget>', { "survey.json": ballot }, async (before) => {
    await before.addInitScript((url) => {
      if (location.href === "about:blank") return;
      localStorage["canvass.outbox.0"] = "null";
      localStorage["canvass.outbox.1"] = "{bad";
      localStorage["canvass.outbox.2"] = JSON.stringify({ url, response: { id: "2", answers: { q: "kept" } } });
    }, `${demo.url}/v1/responses`);
    await before.route("**/v1/responses", (route) => (arrived.push(route.request().postDataJSON().id), stored(route)));
  });
  await page.waitForFunction(() => Object.keys(localStorage).length === 0);
  assert.deepEqual(arrived, ["2"]);
  await page.context().close();
});

test("canvass-submit is cancelable: a host may own the transport", async () => {
  const page = await hosted('<canvass-widget src="./survey.json" endpoint="/"></canvass-widget>', { "survey.json": ballot });
  let posted = 0;
  await page.route("**/v1/responses", (route) => (posted++, route.abort()));
  await page.evaluate(() => document.addEventListener("canvass-submit", (event) => event.preventDefault()));
  await widget(page).getByLabel("Say it").fill("mine");
  await widget(page).getByRole("button", { name: /submit/i }).click();
  await page.waitForFunction(() => window.events.some((event) => event.type === "submit"));
  const submitted = await page.evaluate(() => window.events.find((event) => event.type === "submit").detail);
  assert.deepEqual(submitted.response.answers, { q: "mine" });
  await page.waitForTimeout(300);
  assert.equal(posted, 0);
  await page.context().close();
});

test("a strict content security policy finds nothing to refuse", async () => {
  const page = await open(browser, demo.url);
  await widget(page).first().getByRole("radio").first().waitFor();
  const policy = await page.evaluate(async () => (await fetch("/")).headers.get("content-security-policy"));
  assert.match(policy, /script-src 'self' 'wasm-unsafe-eval'/);
  assert.match(policy, /require-trusted-types-for 'script'/);
  assert.deepEqual(page.troubles, []);
  await page.context().close();
});
