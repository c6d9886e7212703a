// Poll results as they are now, then live: fetched once, followed by Server-Sent Events while the page is seen.
// A collector with no stream to spare is asked again from time to time; so are the polls beyond the first few, because a
// browser holds only six connections to a host, and the answers must get through as well.
import type { PollResults } from "./shapes";

const askAgain = 15_000;
const mostStreams = 2;  // of all widgets of the page
let streaming = 0;

export function pollAddress(endpoint: string, definition: string, question: string): string {
  return new URL(`v1/definitions/${encodeURIComponent(definition)}/polls/${encodeURIComponent(question)}/`, endpoint).href;
}

export class LiveResults {
  readonly #streams = new Map<string, EventSource>();
  readonly #waiting = new Map<string, number>();  // timers
  readonly #questions = new Map<string, string>();  // by address
  readonly #seen = () => this.#followAll();

  constructor(
    private readonly take: (results: PollResults) => void,
    private readonly failed: (question: string, error: Error) => void,
  ) {}

  stop(): void {
    document.removeEventListener("visibilitychange", this.#seen);
    for (const address of this.#streams.keys()) this.#close(address);
    for (const timer of this.#waiting.values()) clearTimeout(timer);
    this.#waiting.clear();
    this.#questions.clear();
  }

  watch(endpoint: string, definition: string, question: string): void {
    const address = `${pollAddress(endpoint, definition, question)}results`;
    document.addEventListener("visibilitychange", this.#seen);
    this.#questions.set(address, question);
    void this.#fetch(address);
  }

  // Those that are not told live, at once.
  refresh(): void {
    for (const address of this.#questions.keys()) if (!this.#streams.has(address)) void this.#fetch(address);
  }

  async #fetch(address: string): Promise<void> {
    try {
      const reply = await fetch(address, { headers: { Accept: "application/json" } });
      if (!reply.ok) throw new Error(`HTTP ${reply.status}`);
      const results = (await reply.json()) as PollResults;
      if (this.#questions.has(address)) this.take(results);
    } catch (error) {
      const question = this.#questions.get(address);
      if (question !== undefined) this.failed(question, error as Error);
    }
    this.#follow(address);
  }

  #close(address: string): void {
    const stream = this.#streams.get(address);
    if (!stream) return;
    stream.close();
    this.#streams.delete(address);
    streaming--;
  }

  #later(address: string): void {
    clearTimeout(this.#waiting.get(address));
    this.#waiting.set(address, window.setTimeout(() => {
      if (this.#questions.has(address) && !document.hidden) void this.#fetch(address);
    }, askAgain));
  }

  // A hidden page holds no connection. A broken one is taken up again by the event source itself.
  #follow(address: string): void {
    if (document.hidden) return this.#close(address);
    if (this.#streams.has(address) || !this.#questions.has(address)) return;
    if (streaming >= mostStreams) return this.#later(address);
    const stream = new EventSource(`${address}/stream`);
    stream.onmessage = ({ data }) => this.take(JSON.parse(data as string) as PollResults);
    stream.onerror = () => {
      if (stream.readyState !== EventSource.CLOSED) return;
      this.#close(address);
      this.#later(address);
    };
    this.#streams.set(address, stream);
    streaming++;
  }

  #followAll(): void {
    for (const address of this.#questions.keys()) this.#follow(address);
  }
}
