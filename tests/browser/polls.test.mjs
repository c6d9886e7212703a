// A vote by every kind of ballot, and what a page shows of the count: why somebody won, when voting ends, the vote
// changed or withdrawn, and the result checked by counting the published ballots again.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { withDemo } from "./support/demo.mjs";
import { host, widget } from "./support/host.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const towns = ["Ash", "Birch", "Cedar"];
const polls = [
  { type: "ranking", name: "irv", title: "Which tree first?", choices: towns, poll: { method: "irv", results: "always" } },
  { type: "ranking", name: "schulze", title: "Which tree on the whole?", choices: towns, poll: { method: "schulze", results: "always" } },
  { type: "matrix", name: "star", title: "How good is each tree?", columns: [0, 1, 2, 3, 4, 5], rows: towns, poll: { method: "star", results: "always" } },
  { type: "matrix", name: "date", title: "When do we plant?", columns: ["Yes", "If need be", "No"], rows: ["Monday", "Friday"],
    poll: { method: "date", results: "always" } },
  { type: "text", inputType: "number", name: "number", title: "How many trees?", poll: { method: "number", results: "always" } },
  { type: "rating", name: "nps", title: "Do you recommend us?", rateMin: 0, rateMax: 10, poll: { method: "nps", results: "always" } },
  { type: "checkbox", name: "approval", title: "Who may come?", choices: ["Dogs", "Cats"], poll: { method: "approval", results: "always" } },
  { type: "radiogroup", name: "closed", title: "Old question?", choices: ["Yes", "No"], poll: { results: "onClose", closes: "2020-01-01T00:00:00Z" } },
];

const definitions = mkdtempSync(join(tmpdir(), "canvass-polls-"));
for (const each of polls) writeFileSync(join(definitions, `${each.name}.json`), JSON.stringify({ canvass: { id: each.name }, elements: [each] }));
writeFileSync(join(definitions, "all.json"), JSON.stringify({ canvass: { id: "all" }, elements: polls }));

let demo, browser;
withDemo((...given) => ([demo, browser] = given), { definitions });

async function visit(name, { member = crypto.randomUUID(), locale = "en", ...options } = {}) {
  const page = await host(browser, demo, `<h1>Page</h1><canvass-widget src="/v1/definitions/${name}" locale="${locale}" member="${member}"></canvass-widget>`, options);
  await widget(page).getByRole("button", { name: /Submit|Absenden/ }).waitFor();
  return page;
}

// Through the page's own core, as many as are given.
async function vote(name, ...votes) {
  for (const value of votes) {
    const page = await visit(name);
    const sent = page.waitForResponse("**/v1/responses");
    await widget(page).evaluate((element, [question, answer]) => {
      element.apply({ do: "set", name: question, value: answer });
      element.submit();
    }, [name, value]);
    assert.equal((await sent).status(), 201);
    await page.context().close();
  }
}

const submit = (page) => widget(page).getByRole("button", { name: "Submit" }).click();
const explain = (page) => widget(page).getByText("How it was counted").click();
const results = async (name) => (await fetch(`${demo.url}/v1/definitions/${name}/polls/${name}/results`)).json();

test("instant run-off: who won, round by round, with what decided", async () => {
  await vote("irv", ["Ash", "Birch", "Cedar"], ["Ash", "Cedar", "Birch"], ["Birch", "Cedar", "Ash"], ["Birch", "Ash", "Cedar"]);
  const page = await visit("irv");
  await widget(page).getByRole("button", { name: "Cedar: move up" }).click();
  await widget(page).getByRole("button", { name: "Cedar: move up" }).click();
  await submit(page);
  await widget(page).getByText("Ash wins.").waitFor();
  await explain(page);
  const round = (name) => widget(page).getByRole("table", { name });
  await round("Round 2 of 2").getByRole("row", { name: "Ash 3 60% 60%" }).waitFor();
  await widget(page).getByText("Ash is elected.").waitFor();
  const next = widget(page).getByRole("button", { name: "Next round" }), previous = widget(page).getByRole("button", { name: "Previous round" });
  assert.equal(await next.getAttribute("aria-disabled"), "true");
  await previous.press("Enter");
  await round("Round 1 of 2").getByRole("row", { name: "Cedar 1 20% 20%" }).waitFor();
  await widget(page).getByText("Cedar drops out.").waitFor();
  assert.equal(await previous.getAttribute("aria-disabled"), "true");
  await previous.press("Enter");
  await round("Round 1 of 2").waitFor();
  await next.press("Enter");
  await round("Round 2 of 2").waitFor();
  await page.context().close();
});

test("a lot is said, and so is a tie that no rule breaks", async () => {
  await vote("schulze", ["Ash", "Birch", "Cedar"], ["Birch", "Ash", "Cedar"]);
  const page = await visit("schulze");
  await widget(page).getByText("A tie between Ash and Birch.").waitFor();
  await vote("schulze", ["Birch", "Cedar", "Ash"]);
  await widget(page).getByText("Birch wins.").waitFor();
  await explain(page);
  const duels = widget(page).getByRole("table", { name: "Each against each" });
  await duels.getByRole("row", { name: "Birch 2 (won) – 3 (won)" }).waitFor();
  await duels.getByRole("row", { name: "Ash – 1 2 (won)" }).waitFor();
  await page.context().close();
});

test("scores and dates are given in a grid", async () => {
  let page = await visit("star");
  for (const [tree, score] of [["Ash", "5"], ["Birch", "3"], ["Cedar", "0"]]) {
    await widget(page).getByRole("radiogroup", { name: tree }).getByRole("radio", { name: score }).check();
  }
  await submit(page);
  await widget(page).getByText("Ash wins.").waitFor();
  await explain(page);
  await widget(page).getByRole("table", { name: "Round 2 of 2" }).getByRole("row", { name: "Ash 1 100% 100%" }).waitFor();
  assert.deepEqual((await results("star")).options.map(({ count }) => count), [5, 3, 0]);
  await page.context().close();

  page = await visit("date");
  await widget(page).getByRole("radiogroup", { name: "Monday" }).getByRole("radio", { name: "If need be" }).check();
  await widget(page).getByRole("radiogroup", { name: "Friday" }).getByRole("radio", { name: "Yes" }).check();
  await submit(page);
  await widget(page).getByText("Friday wins.").waitFor();
  await page.context().close();
});

test("numbers show their distribution with its interval", async () => {
  await vote("number", 2, 4);
  let page = await visit("number");
  await widget(page).getByRole("spinbutton", { name: "How many trees?" }).fill("6");
  await submit(page);
  await widget(page).getByText("3 votes").waitFor();
  await explain(page);
  await widget(page).getByText("4 (with 95 % confidence -1 to 9)").waitFor();
  await widget(page).getByRole("table", { name: "Distribution" }).getByRole("row", { name: "6 1 33.3%" }).waitFor();
  await page.context().close();

  await vote("nps", 10, 3);
  page = await visit("nps");
  await widget(page).getByRole("radio", { name: "10" }).check();
  await submit(page);
  await widget(page).getByText("3 votes").waitFor();
  await explain(page);
  await widget(page).getByText(/^33\.3 \(with 95 % confidence -73\.4 to 100\)$/).waitFor();
  await page.context().close();
});

test("a vote is changed, and withdrawn", async () => {
  const page = await visit("approval");
  await widget(page).getByRole("checkbox", { name: "Dogs" }).check();
  await submit(page);
  await widget(page).getByRole("row", { name: "Dogs: 1 vote, 100 percent, ahead, your choice" }).or(widget(page).getByRole("row", { name: "Dogs: 1 vote, 100 percent, your choice" })).waitFor();
  await widget(page).getByRole("button", { name: "Change your vote" }).click();
  await widget(page).getByRole("checkbox", { name: "Cats" }).check();
  await submit(page);
  await widget(page).getByRole("row", { name: /Cats: 1 vote, 100 percent/ }).waitFor();
  await widget(page).getByRole("row", { name: /Dogs: 0 votes/ }).waitFor();
  await widget(page).getByRole("button", { name: "Withdraw your vote" }).click();
  await widget(page).getByText("Your vote is withdrawn.").waitFor();
  await widget(page).getByText("0 votes", { exact: true }).last().waitFor();
  assert.equal((await results("approval")).voters, 0);
  await widget(page).getByRole("button", { name: "Vote again" }).click();
  await widget(page).getByRole("checkbox", { name: "Dogs" }).waitFor();
  await page.context().close();
});

test("a withdrawal that fails is said, and can be tried again", async () => {
  const page = await visit("approval", { prepare: (before) => before.route("**/withdrawals", (route) => route.fulfill({
    status: 409, json: { errors: [{ message: "Not now." }] } })) });
  await widget(page).getByRole("checkbox", { name: "Dogs" }).check();
  await submit(page);
  await widget(page).getByRole("button", { name: "Withdraw your vote" }).click();
  await widget(page).getByText("Your vote could not be withdrawn: Not now.").waitFor();
  assert.ok(await widget(page).getByRole("button", { name: "Withdraw your vote" }).isEnabled());
  await page.context().close();
});

test("everybody may check the result, under a strict policy, and a count that was tampered with is found", async () => {
  await vote("irv", ["Birch", "Cedar", "Ash"]);
  const strict = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; require-trusted-types-for 'script'">`;
  let change = (published) => published;
  const page = await visit("irv", { head: strict, prepare: (before) => before.route("**/ballots", async (route) => {
    const reply = await route.fetch();
    await route.fulfill({ response: reply, json: change(await reply.json()) });
  }) });
  await explain(page);
  const check = widget(page).getByRole("button", { name: "Check this result" });
  await check.click();
  await widget(page).getByText(/the result is right \(\d votes\)\./).waitFor();
  change = (published) => ({ ...published, ballots: published.ballots.slice(1) });
  await check.click();
  await widget(page).getByText("The published ballots or rules are not those that were sealed.").waitFor();
  change = (published) => ({ ...published, result: { ...published.result, winners: ["Cedar"] } });
  await check.click();
  await widget(page).getByText("The published ballots do not give the result that is told.").waitFor();
  change = () => ({ nonsense: true });
  await check.click();
  await widget(page).getByText(/The result could not be checked: ./).waitFor();
  assert.deepEqual(page.troubles, []);
  await page.context().close();
});

test("a closed poll says when it ended, shows its results and takes no vote", async () => {
  const page = await visit("closed", { locale: "de" });
  await widget(page).getByText("Die Abstimmung endete am 1. Januar 2020 um", { exact: false }).waitFor();
  assert.ok(await widget(page).getByRole("radio", { name: "Yes" }).isDisabled());
  await page.context().close();
});

test("many polls on one page leave the connections that a vote needs", async () => {
  const page = await visit("all");
  await widget(page).getByRole("checkbox", { name: "Dogs" }).check();
  const sent = page.waitForResponse("**/v1/responses", { timeout: 10_000 });
  await submit(page);
  assert.equal((await sent).status(), 201);
  await page.context().close();
});

test("axe has nothing to say against a count's details, painted, dark and plain", async () => {
  for (const options of [{}, { colorScheme: "dark" }, { forcedColors: "active" }]) {
    for (const name of ["irv", "schulze", "number"]) {
      const page = await visit(name, { options: { bypassCSP: true, ...options } });
      await explain(page);
      await widget(page).getByRole("button", { name: "Check this result" }).waitFor();
      await page.evaluate(axe);
      const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
      assert.deepEqual(violations.map((found) => `${found.id}: ${found.nodes.map((node) => node.html).join(" | ")}`), []);
      await page.context().close();
    }
  }
});
