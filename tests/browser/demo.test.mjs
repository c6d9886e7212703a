// The demo, used as a member would: found by role and label, answered, voted, in two languages.
import assert from "node:assert/strict";
import { test } from "node:test";
import { open, poll, survey, withDemo } from "./support/demo.mjs";
import { englishTexts, textsOf } from "./support/texts.mjs";

let demo, browser;
withDemo((...given) => ([demo, browser] = given));

const answer = { method: "GET" };
async function results() {
  const reply = await fetch(`${demo.url}/v1/definitions/bed-seven/polls/crop/results`, answer);
  return reply.json();
}

test("a member answers the whole survey by role and label, and the collector stores it", async () => {
  const page = await open(browser, demo.url);
  const widget = survey(page);
  const sent = page.waitForResponse((reply) => reply.url().endsWith("/v1/responses"));

  await widget.getByRole("radio", { name: "Yes, for a while" }).check();
  await widget.getByRole("radio", { name: "4", exact: true }).check();
  await widget.getByRole("checkbox", { name: "The plant swap" }).check();
  await widget.getByRole("checkbox", { name: "Cake and coffee" }).check();
  await widget.getByRole("button", { name: "Next" }).click();
  await widget.getByRole("radio", { name: "Yes" }).check();
  await widget.getByLabel("Lovely! What may we call you?").fill("Ärne");
  await widget.getByLabel("Where can we reach you, Ärne?").fill("arne@example.org");
  await widget.getByRole("button", { name: "Submit" }).click();

  const reply = await sent;
  assert.equal(reply.status(), 201);
  assert.deepEqual(reply.request().postDataJSON().answers, {
    attended: "a-while",
    enjoyed: 4,
    highlights: ["swap", "cake"],
    helping: true,
    first_name: "Ärne",
    email: "arne@example.org",
  });
  await widget.getByText("Thank you! We read every answer").waitFor();
  assert.deepEqual(page.troubles, []);
  await page.context().close();
});

test("branches follow the answers", async () => {
  const page = await open(browser, demo.url);
  const widget = survey(page);
  const better = widget.getByLabel("What should we do better next time?");
  const highlights = widget.getByRole("checkbox", { name: "The plant swap" });

  await widget.getByRole("radio", { name: "No, not this time" }).check();
  await widget.getByRole("radio", { name: "The weather" }).waitFor();
  await widget.getByRole("radio", { name: "Yes, the whole day" }).check();
  await widget.getByRole("radio", { name: "The weather" }).waitFor({ state: "detached" });
  await widget.getByRole("radio", { name: "2", exact: true }).check();
  await better.waitFor();
  assert.equal(await highlights.count(), 0);
  await widget.getByRole("radio", { name: "5", exact: true }).check();
  await highlights.waitFor();
  assert.equal(await better.count(), 0);
  await page.context().close();
});

test("a required answer that is missing is said, marked and led to", async () => {
  const page = await open(browser, demo.url);
  const widget = survey(page);
  await widget.getByRole("button", { name: "Next" }).click();
  await widget.getByRole("alert").first().waitFor();
  const group = widget.getByRole("radiogroup", { name: /Were you there on Saturday/ });
  assert.equal(await group.getAttribute("aria-invalid"), "true");
  const focused = await page.evaluate(() => {
    const active = document.activeElement;
    return active?.shadowRoot?.activeElement?.getAttribute("type");
  });
  assert.equal(focused, "radio");
  await page.context().close();
});

test("in German every word is German", async () => {
  const page = await open(browser, `${demo.url}/de/`, { locale: "de-DE" });
  const widget = survey(page);
  const english = englishTexts();
  const noEnglish = async () => {
    const found = await textsOf(page);
    assert.ok(found.length > 30, `${found.length} texts`);
    assert.deepEqual(found.filter((text) => english.some((pattern) => pattern.test(text))), []);
  };
  await widget.getByRole("button", { name: "Weiter" }).click();
  await widget.getByRole("alert").first().waitFor();
  await noEnglish();
  await widget.getByRole("radio", { name: "Ja, eine Weile" }).check();
  await widget.getByRole("radio", { name: "5", exact: true }).check();
  await widget.getByRole("checkbox", { name: "Die Pflanzentauschbörse" }).check();
  await widget.getByRole("button", { name: "Weiter" }).click();
  await widget.getByText("Nächstes Jahr").first().waitFor();
  await noEnglish();
  await widget.getByRole("button", { name: "Zurück" }).click();
  assert.equal(await widget.getByRole("checkbox", { name: "Die Pflanzentauschbörse" }).isChecked(), true);
  await noEnglish();
  await poll(page).getByRole("radio", { name: "Eine Kräuterspirale" }).check();
  await poll(page).getByRole("button", { name: "Abstimmen" }).click();
  await poll(page).getByRole("row", { name: /Kräuterspirale.*1 / }).waitFor();
  await noEnglish();
  await page.context().close();
});

test("the bars of one browser move when another browser votes", async () => {
  const first = await open(browser, demo.url);
  await poll(first).getByRole("radio", { name: "Strawberries" }).check();
  await poll(first).getByRole("button", { name: "Vote" }).click();
  const row = (page, name) => poll(page).getByRole("row", { name });
  await row(first, /Strawberries.*1 /).waitFor();
  const before = await results();
  const votes = ({ options }) => options.find(({ value }) => value === "herbs").count;

  const second = await open(browser, `${demo.url}/de/`);
  await poll(second).getByRole("radio", { name: "Eine Kräuterspirale" }).check();
  await poll(second).getByRole("button", { name: "Abstimmen" }).click();
  await row(first, new RegExp(`herb spiral.*\\b${votes(before) + 1} vote`)).waitFor({ timeout: 5000 });
  const now = await results();
  assert.equal(votes(now), votes(before) + 1);
  assert.equal(now.voters, before.voters + 1);
  await first.context().close();
  await second.context().close();
});

test("the whole demo is answered with the keyboard alone", async () => {
  const page = await open(browser, demo.url);
  const widget = survey(page);
  await widget.getByRole("radio", { name: "Yes, for a while" }).waitFor();
  const focus = () =>
    page.evaluate(() => {
      let active = document.activeElement;
      while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
      return active?.getAttribute("aria-label") || active?.labels?.[0]?.textContent || active?.textContent || active?.tagName;
    });
  const tabTo = async (wanted) => {
    for (let step = 0; step < 40; step++) {
      await page.keyboard.press("Tab");
      if ((await focus())?.includes(wanted)) return;
    }
    assert.fail(`Tab does not reach ${wanted}`);
  };
  await tabTo("Yes, the whole day");
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowDown");
  assert.match(await focus(), /for a while/);
  await tabTo("1");
  for (let step = 0; step < 3; step++) await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await tabTo("Live music");
  await page.keyboard.press("Space");
  await tabTo("Next");
  await page.keyboard.press("Enter");
  await tabTo("Yes");
  await page.keyboard.press("Space");
  await tabTo("What may we call you");
  await page.keyboard.type("Mira");
  await tabTo("reach you, Mira");
  await page.keyboard.type("mira@example.org");
  await tabTo("Submit");
  await page.keyboard.press("Enter");
  await widget.getByText("Thank you!").waitFor();

  await tabTo("Strawberries");
  await page.keyboard.press("Space");
  await tabTo("Vote");
  await page.keyboard.press("Enter");
  await poll(page).getByRole("table").waitFor();
  await page.context().close();
});
