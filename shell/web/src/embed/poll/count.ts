// A count's rounds to step through, its duels as a matrix, and the distribution of numbers, as a collector tells them
// (core/poll/poll_tally.h).
import { make } from "../embedded";
import type { PollResults } from "../../shapes";
import type { Speech } from "./speech";

export interface Decision {
  because: string;
  option: unknown;
  tied: unknown[];
  round: number;
}

interface Round {
  tally: Record<string, string>;
  threshold: string | null;
  elected: unknown[];
  eliminated: unknown[];
  inactive?: string;
}

export interface Count extends PollResults {
  winners: unknown[];
  tied: unknown[];
  rounds: Round[];
  decidedByLot: boolean;
  decisions?: Decision[];
  duels?: Record<string, Record<string, number>>;
  invalid?: number;
  // Of numbers.
  mean?: number;
  meanInterval?: [number, number];
  median?: number;
  least?: number;
  most?: number;
  histogram?: [number, number][];
  score?: number;
  share?: number;
  interval?: [number, number];
  promoters?: number;
  passives?: number;
  detractors?: number;
}

type Cell = string | Node;

function table(caption: string, head: string[], rows: Cell[][]): HTMLTableElement {
  const heading = (scope: string, text: Cell) => make("th", { scope }, text);
  return make("table", {}, make("caption", {}, caption),
    make("thead", {}, make("tr", {}, ...head.map((text) => heading("col", text)))),
    make("tbody", {}, ...rows.map(([first, ...rest]) => (
      make("tr", {}, heading("row", first ?? ""), ...rest.map((cell) => make("td", {}, cell)))))));
}

// Wide tables are moved sideways within their place, by the keyboard as well.
function scrolled(content: HTMLElement, label: string): HTMLElement {
  const place = make("div", { className: "scrolled", tabIndex: 0 }, content);
  place.setAttribute("role", "group");
  place.setAttribute("aria-label", label);
  return place;
}

function bar(share: number): HTMLElement {
  const filled = make("span", { className: "bar" });
  filled.style.setProperty("--share", String(share));
  return filled;
}

function roundTable(count: Count, at: number, speech: Speech): HTMLTableElement {
  const { tally } = count.rounds[at]!;
  const rows = Object.entries(tally).sort(([, a], [, b]) => Number(b) - Number(a));
  const whole = rows.reduce((sum, [, votes]) => sum + Number(votes), 0);
  const points = count.inPoints && !(count.method === "star" && at > 0);  // its run-off counts voters
  return table(speech.word("round", String(at + 1), String(count.rounds.length)),
    ["option", points ? "points" : "votes", ...(points ? [] : ["shareOfVotes", "shareOfVoters"])].map((key) => speech.word(key)),
    rows.map(([option, votes]) => [speech.option(option), speech.number(votes), ...(points ? [] : [
      speech.percent(whole ? Number(votes) / whole : 0), speech.percent(count.voters ? Number(votes) / count.voters : 0)])]));
}

function roundNotes(count: Count, at: number, speech: Speech): HTMLElement[] {
  const { threshold, inactive, elected, eliminated } = count.rounds[at]!;
  const notes = [
    ...(threshold === null ? [] : [speech.word("needed", speech.number(threshold))]),
    ...(Number(inactive ?? 0) > 0 ? [speech.word("inactive", speech.number(inactive!))] : []),
    ...elected.map((each) => speech.word("elected", speech.option(each))),
    ...eliminated.map((each) => speech.word("eliminated", speech.option(each))),
    ...(count.decisions ?? []).filter(({ round }) => round === at + 1).map((each) => speech.decision(each)),
  ];
  return notes.map((note) => make("li", {}, note));
}

export function rounds(count: Count, speech: Speech): HTMLElement[] {
  const { length } = count.rounds;
  if (count.voters === 0 || length === 0 || (length === 1 && !count.decisions?.length)) return [];
  let at = length - 1;
  const content = make("div");
  content.setAttribute("aria-live", "polite");
  const step = (key: string, by: number) => {
    const button = make("button", { type: "button", className: "button" }, speech.word(key));
    button.onclick = () => show(at + by);
    return button;
  };
  const back = step("previousRound", -1), on = step("nextRound", 1);
  function show(round: number): void {
    at = Math.min(length - 1, Math.max(0, round));
    content.replaceChildren(roundTable(count, at, speech), make("ul", {}, ...roundNotes(count, at, speech)));
    // Not disabled: a button that has the focus must not lose it.
    back.setAttribute("aria-disabled", String(at === 0));
    on.setAttribute("aria-disabled", String(at === length - 1));
  }
  show(at);
  return length === 1 ? [content] : [content, make("div", { className: "below" }, back, on)];
}

export function duels({ duels: all, voters }: Count, speech: Speech): HTMLElement[] {
  if (!all || voters === 0) return [];
  const names = Object.keys(all);
  const cell = (row: string, column: string): Cell => {
    if (row === column) return "–";
    const ours = all[row]![column]!, theirs = all[column]![row]!;
    if (ours <= theirs) return speech.number(ours);
    return make("strong", {}, speech.number(ours), make("span", { className: "hidden" }, ` (${speech.word("won")})`));
  };
  const title = speech.word("eachAgainstEach");
  return [
    scrolled(table(title, [speech.word("option"), ...names.map((name) => speech.option(name))],
      names.map((row) => [speech.option(row), ...names.map((column) => cell(row, column))])), title),
    make("p", { className: "muted" }, speech.word("duelsMeaning")),
  ];
}

function figures(count: Count, speech: Speech): [string, string][] {
  const { mean, meanInterval, median, least, most, score, share, interval, promoters, passives, detractors } = count;
  const rows: [string, string | undefined][] = [
    ["npsScore", score === undefined ? undefined : speech.between(score, interval!)],
    ["promoters", promoters === undefined ? undefined : speech.number(promoters)],
    ["passives", passives === undefined ? undefined : speech.number(passives)],
    ["detractors", detractors === undefined ? undefined : speech.number(detractors)],
    ["satisfied", share === undefined ? undefined : speech.between(share, interval!, " %")],
    ["mean", mean === undefined ? undefined : speech.between(mean, meanInterval!)],
    ["median", median === undefined ? undefined : speech.number(median)],
    ["range", least === undefined ? undefined : speech.word("between", speech.number(least), speech.number(most!))],
  ];
  return rows.filter((row): row is [string, string] => row[1] !== undefined);
}

export function distribution(count: Count, speech: Speech): HTMLElement[] {
  const { histogram } = count;
  if (!histogram?.length) return [];
  const all = histogram.reduce((sum, [, times]) => sum + times, 0);
  const most = Math.max(...histogram.map(([, times]) => times));
  const list = figures(count, speech).flatMap(([key, text]) => [make("dt", {}, speech.word(key)), make("dd", {}, text)]);
  const title = speech.word("distribution");
  return [
    make("dl", {}, ...list),
    scrolled(table(title, [speech.word("answer"), speech.word("answers"), speech.word("shareOfVoters")],
      histogram.map(([number, times]) => [
        speech.number(number), speech.number(times), make("div", { className: "measured" }, speech.percent(times / all), bar(times / most))])), title),
  ];
}
