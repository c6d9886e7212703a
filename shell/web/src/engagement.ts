// What a member's activity comes to: reported to the collector, and shown to the member as a card. A script of its
// own, so that a page with a survey alone does not load it.
import english from "../../../assets/locales/member/en.json";
import { fill, loadWords } from "./texts";
import type { Words } from "./texts";

export interface TrackDetails {
  /** The event's own id, for what must count once; otherwise one is made. */
  id?: string;
  weight?: number;
  /** Another member whom it is about. */
  subject?: string;
  details?: Record<string, unknown>;
}

/** What a rule of the collector's model suggests, and why. */
export interface Suggestion {
  name: string;
  member: string;
  suggest: string;
  automatic: boolean;
  because: Record<string, unknown>;
}

interface Part {
  score: number;
  count: number;
  received?: number;
}

interface Score {
  score: number;
  nextWeek: number;
  level: string;
  levelUntil?: string;
  nextLevel?: { name: string; missing?: number; when?: string };
  streak: number;
  longestStreak: number;
  badges: string[];
  parts: Record<string, Part>;
}

const gather = 1000;  // ms in which events are sent together
const mostAtOnce = 50;

// Here and now, with the offset that tells which day it is for the member.
function localTime(): string {
  const now = new Date(), offset = -now.getTimezoneOffset();
  const two = (number: number) => String(Math.floor(number)).padStart(2, "0");
  const size = Math.abs(offset);
  const local = new Date(now.getTime() + offset * 60_000).toISOString().slice(0, -1);
  return `${local}${offset < 0 ? "-" : "+"}${two(size / 60)}:${two(size % 60)}`;
}

async function post(endpoint: string, body: unknown): Promise<{ suggestions?: Suggestion[] }> {
  const reply = await fetch(new URL("v1/events", endpoint), {
    method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body), keepalive: true,
  });
  if (reply.ok) return (await reply.json()) as { suggestions?: Suggestion[] };
  const { errors } = (await reply.json().catch(() => ({}))) as { errors?: { message: string }[] };
  throw new Error(errors?.map(({ message }) => message).join(" ") || `HTTP ${reply.status}`);
}

export class Tracker {
  #waiting: unknown[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly endpoint: string,
    private readonly member: string,
    private readonly suggested: (suggestion: Suggestion) => void,
    private readonly failed: (error: Error) => void,
  ) {
    addEventListener("pagehide", () => void this.#send());
  }

  // Somebody is here; and, where that was so on an earlier day as well, is back.
  arrive(): void {
    const key = `canvass.seen.${this.member}`, today = localTime().slice(0, 10);
    let last: string | null = today;
    try {
      last = localStorage.getItem(key);
      localStorage.setItem(key, today);
    } catch { /* no storage */ }
    if (last === today) return;
    this.track("seen");
    if (last) this.track("returned");
  }

  track(type: string, details: TrackDetails = {}): void {
    this.#waiting.push({ id: crypto.randomUUID(), ...details, member: this.member, type, at: localTime() });
    this.#timer ??= setTimeout(() => void this.#send(), gather);
  }

  async #send(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    while (this.#waiting.length > 0) {
      const events = this.#waiting.splice(0, mostAtOnce);
      try {
        const { suggestions } = await post(this.endpoint, { events });
        suggestions?.forEach(this.suggested);
      } catch (error) {
        this.failed(error as Error);
      }
    }
  }
}

export async function optOut(endpoint: string, member: string): Promise<void> {
  await post(endpoint, { optOut: member });
  try {
    localStorage.removeItem(`canvass.seen.${member}`);
  } catch { /* no storage */ }
}

// A text as an expression that gives it.
const quoted = (text: string) => `'${text.replace(/\\/g, "").replace(/'/g, "\\'")}'`;

function row(name: string, title: string, text: string) {
  return { type: "expression", name, title, expression: quoted(text) };
}

function earned(parts: Record<string, Part>, words: Words, number: (value: number) => string) {
  const rows = Object.entries(parts).sort(([, a], [, b]) => b.score - a.score);
  return rows.map(([type, { score, count, received }]) => {
    const done = fill(words["part"]!, number(score), String(count));
    const text = received ? fill(words["received"]!, done, String(received)) : done;
    return row(`part-${type}`, words[type] ?? type, text);
  });
}

function standing(score: Score, words: Words, locale: string) {
  const number = (value: number) => new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(value);
  const { nextLevel: next } = score;
  const rows = [row("points", words["points"]!, fill(words["pointsNow"]!, number(score.score), number(score.nextWeek)))];
  if (score.level) rows.unshift(row("level", words["level"]!, score.level));
  if (next) {
    const step = next.when === undefined ? fill(words["missing"]!, next.name, number(next.missing ?? 0)) : fill(words["condition"]!, next.name, next.when);
    rows.push(row("next", words["next"]!, step));
  }
  if (score.levelUntil) {
    const day = new Intl.DateTimeFormat(locale, { dateStyle: "long" }).format(new Date(score.levelUntil));
    rows.push(row("until", words["until"]!, day));
  }
  rows.push(row("streak", words["streak"]!, fill(words["streakOf"]!, String(score.streak), String(score.longestStreak))));
  if (score.badges.length > 0) rows.push(row("badges", words["badges"]!, score.badges.join(", ")));
  return [...rows, { type: "panel", name: "earned", title: words["earned"], elements: earned(score.parts, words, number) }];
}

// The member's card, as a survey: what they see is read, and completing it opts out.
export async function card(endpoint: string, member: string, locale: string): Promise<unknown> {
  const [words, reply] = await Promise.all([
    loadWords(locale, english, "member/"), fetch(new URL(`v1/members/${encodeURIComponent(member)}/score`, endpoint)),
  ]);
  if (!reply.ok && reply.status !== 404) throw new Error(`HTTP ${reply.status}`);
  const language = locale || "en";
  const elements = reply.ok
    ? standing((await reply.json()) as Score, words, language)
    : [row("nothing", words["title"]!, words["nothing"]!)];
  return {
    title: words["title"],
    showQuestionNumbers: false,
    completeText: words["outButton"],
    completedHtml: words["gone"],
    elements: [...elements, {
      type: "panel", name: "out", title: words["out"], description: words["outMeaning"],
      elements: [{ type: "checkbox", name: "sure", titleLocation: "hidden", title: words["out"], isRequired: true,
        choices: [{ value: "yes", text: words["sure"] }] }],
    }],
  };
}
