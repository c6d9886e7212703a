// Sends responses to a collector. What cannot be sent is kept in local storage under the response's id, which is
// also the collector's idempotency key, and sent again: later by itself, when the browser is online again, when a
// page with a widget is next opened.
import { Fault } from "./fault";
import type { Diagnostic, SurveyResponse } from "./shapes";

interface Letter {
  url: string;
  response: SurveyResponse;
}

const prefix = "canvass.outbox.";
const firstDelay = 5000;
const longestDelay = 5 * 60_000;
const final = [400, 409, 413, 422];  // statuses of a refusal that will not change
const mostKeptAlive = 15_000;  // characters; browsers let 64 KB outlive their page

const unstored = new Map<string, Letter>();  // where there is no local storage
const underWay = new Set<string>();
const listeners = new Map<string, (fault?: Fault) => void>();
let delay = firstDelay;
let timer: ReturnType<typeof setTimeout> | undefined;
let started = false;

function keep(letter: Letter): void {
  try {
    localStorage.setItem(prefix + letter.response.id, JSON.stringify(letter));
  } catch {
    unstored.set(letter.response.id, letter);
  }
}

function drop(id: string): void {
  unstored.delete(id);
  try {
    localStorage.removeItem(prefix + id);
  } catch { /* nothing was stored */ }
}

function read(key: string): Letter | undefined {
  try {
    const letter = JSON.parse(localStorage.getItem(key)!) as Letter;
    return prefix + letter.response.id === key ? letter : undefined;
  } catch {
    return undefined;
  }
}

function kept(): Letter[] {
  const letters = [...unstored.values()];
  try {
    for (const key of Object.keys(localStorage)) {
      if (!key.startsWith(prefix)) continue;
      const letter = read(key);
      if (letter) letters.push(letter);
      else localStorage.removeItem(key);
    }
  } catch { /* no storage */ }
  return letters;
}

// Only the collector's own words count, since a portal or a page may answer in its place. Rejects with a Fault when
// it will never take the response, otherwise with the reason why not now.
async function post({ url, response }: Letter): Promise<void> {
  const body = JSON.stringify(response);
  const keepalive = body.length < mostKeptAlive;
  const reply = await fetch(url, { method: "POST", headers: { "Content-Type": "application/json" }, body, keepalive });
  const said = (await reply.json().catch(() => null)) as { id?: unknown; errors?: Diagnostic[] } | null;
  if (reply.ok && String(said?.id).toLowerCase() === response.id) return;
  const errors = said?.errors;
  if (final.includes(reply.status) && errors?.[0]?.code) {
    throw new Fault("refused", errors.map((each) => each.message).join(" "), errors);
  }
  throw new Error(`HTTP ${reply.status}`);
}

async function deliver(letter: Letter): Promise<void> {
  const { id } = letter.response;
  if (underWay.has(id)) return;
  underWay.add(id);
  try {
    await post(letter);
    drop(id);
    listeners.get(id)?.();
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    drop(id);
    listeners.get(id)?.(error);
  } finally {
    underWay.delete(id);
  }
}

async function deliverAll(): Promise<void> {
  clearTimeout(timer);
  timer = undefined;
  const outcomes = await Promise.allSettled(kept().map(deliver));
  if (outcomes.every(({ status }) => status === "fulfilled")) {
    delay = firstDelay;
    return;
  }
  timer ??= setTimeout(deliverAll, delay);
  delay = Math.min(longestDelay, delay * 2);
}

// Sends what earlier pages left behind; the first widget of a page calls it.
export function startOutbox(): void {
  if (started) return;
  started = true;
  addEventListener("online", () => void retryNow());
  void deliverAll();
}

export function retryNow(): Promise<void> {
  delay = firstDelay;
  return deliverAll();
}

// `settled` is called once the collector has it, or with the reason why it refused it. Rejects when it had to be
// kept for later.
export async function send(url: string, response: SurveyResponse, settled: (fault?: Fault) => void): Promise<void> {
  const letter = { url, response };
  keep(letter);
  listeners.set(response.id, (fault) => {
    listeners.delete(response.id);
    settled(fault);
  });
  try {
    await deliver(letter);
  } catch (error) {
    timer ??= setTimeout(deliverAll, delay);
    throw error;
  }
}
