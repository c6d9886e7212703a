// What a poll's bars do not tell: who won and why, round by round, each against each, the distribution; when voting
// ends; and what a member may do about their vote, and everybody about the count.
import type { SemanticNode } from "../abi";
import { fill } from "../texts";
import type { Words } from "../texts";
import { verify } from "./poll/check";
import { distribution, duels, rounds } from "./poll/count";
import type { Count } from "./poll/count";
import { Speech } from "./poll/speech";
import type { Named } from "./poll/speech";
import type { Embedded, Tools } from "./embedded";
import { followLanguage, make } from "./embedded";

interface Terms {
  closes?: number;
  changeable: boolean;
  options: Named[];
}

async function complaint(reply: Response): Promise<Error> {
  const { errors } = (await reply.json().catch(() => ({}))) as { errors?: { message: string }[] };
  return new Error(errors?.map(({ message }) => message).join(" ") || `HTTP ${reply.status}`);
}

export function pollDetails(root: HTMLElement, tools: Tools): Embedded {
  const outcome = make("div", { className: "outcome" });
  const summary = make("summary");
  const counted = make("div");
  const closing = make("p", { className: "muted" });
  const said = make("p", { className: "said" });
  const button = (press: () => void) => make("button", { type: "button", className: "button", onclick: press });
  const change = button(() => tools.poll(question())?.again());
  const withdraw = button(() => void takeBack());
  const check = button(() => void countAgain());
  const details = make("details", {}, summary, counted, check);
  said.setAttribute("role", "status");
  root.append(outcome, details, closing, make("div", { className: "below" }, change, withdraw), said);

  let node: SemanticNode | undefined;
  let words: Words = {}, locale = "";
  let shown: string | undefined;
  let withdrawn = false;
  const question = () => node!.placeholder;
  const terms = () => JSON.parse(node!.text) as Terms;
  const follow = followLanguage(root, (found, language) => {
    words = found;
    locale = language;
    shown = undefined;
    show();
  });

  function say(pattern: string, part = ""): void {
    said.textContent = fill(words[pattern] ?? "", part);
    said.classList.toggle("error", /Failed|Changed|Wrong/.test(pattern));
  }

  async function takeBack(): Promise<void> {
    const poll = tools.poll(question());
    if (!poll?.address || !poll.member) return;
    withdraw.disabled = true;
    try {
      const reply = await fetch(new URL("withdrawals", poll.address), {
        method: "POST", headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ member: poll.member, locale: locale || "en" }),
      });
      if (!reply.ok) throw await complaint(reply);
      withdrawn = true;
      say("withdrawn");
      poll.refresh();
    } catch (error) {
      say("withdrawFailed", (error as Error).message);
    }
    withdraw.disabled = false;
    offer();
  }

  async function countAgain(): Promise<void> {
    const poll = tools.poll(question());
    if (!poll?.address) return;
    check.disabled = true;
    say("checking");
    try {
      const reply = await fetch(new URL("ballots", poll.address), { headers: { Accept: "application/json" } });
      if (!reply.ok) throw await complaint(reply);
      const published = (await reply.json()) as { result?: { voters?: number } };
      const { unchanged, resultMatches } = await verify(published);
      if (!unchanged) say("checkedChanged");
      else if (!resultMatches) say("checkedWrong");
      else say("checkedRight", new Speech(words, locale).number(published.result?.voters ?? 0));
    } catch (error) {
      say("checkFailed", (error as Error).message);
    }
    check.disabled = false;
  }

  function offer(): void {
    const poll = tools.poll(question());
    const { changeable, closes } = terms();
    const open = closes === undefined || Date.now() < closes;
    const mayChange = Boolean(poll?.address && poll.member && changeable && open);
    change.hidden = !mayChange;
    withdraw.hidden = !mayChange || withdrawn;
    check.hidden = !poll?.address;
    change.textContent = words[withdrawn ? "voteAgain" : "change"] ?? "";
    withdraw.textContent = words["withdraw"] ?? "";
    check.textContent = words["check"] ?? "";
    closing.hidden = closes === undefined;
    if (closes === undefined) return;
    const day = new Intl.DateTimeFormat(locale || undefined, { dateStyle: "long", timeStyle: "short" }).format(closes);
    closing.textContent = fill(words[open ? "closes" : "closed"] ?? "", day);
  }

  function show(): void {
    if (!node || words["counted"] === undefined) return;
    offer();
    const { results } = tools.poll(question()) ?? {};
    const state = `${node.value} ${node.text} ${locale}`;
    if (!results || state === shown) return;
    shown = state;
    const count = results as Count, speech = new Speech(words, locale, terms().options);
    outcome.replaceChildren(...speech.outcome(count).map((sentence) => make("p", {}, sentence)));
    const parts = [...rounds(count, speech), ...duels(count, speech), ...distribution(count, speech)];
    if (count.invalid) parts.push(make("p", { className: "muted" }, fill(words["invalid"]!, speech.number(count.invalid))));
    summary.textContent = words["counted"];
    counted.replaceChildren(...parts);
  }

  return {
    update(changed) {
      node = changed;
      follow();
      show();
    },
  };
}
