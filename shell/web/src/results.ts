// Poll results as they are now, then live: fetched once, followed by Server-Sent Events while the page is seen.
// A collector with no stream to spare is asked again from time to time.
import type { PollResults } from "./shapes";

const askAgain = 15_000;

export class LiveResults {
  readonly #streams = new Map<string, EventSource>();
  readonly #questions = new Map<string, string>();  // by address
  readonly #seen = () => this.#followAll();

  constructor(
    private readonly take: (results: PollResults) => void,
    private readonly failed: (question: string, error: Error) => void,
  ) {}

  stop(): void {
    document.removeEventListener("visibilitychange", this.#seen);
    for (const stream of this.#streams.values()) stream.close();
    this.#streams.clear();
    this.#questions.clear();
  }

  watch(endpoint: string, definition: string, question: string): void {
    const path = `v1/definitions/${encodeURIComponent(definition)}/polls/${encodeURIComponent(question)}/results`;
    const address = new URL(path, endpoint).href;
    document.addEventListener("visibilitychange", this.#seen);
    this.#questions.set(address, question);
    void this.#fetch(address);
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

  // A hidden page holds no connection. A broken one is taken up again by the event source itself.
  #follow(address: string): void {
    const stream = this.#streams.get(address);
    if (document.hidden) {
      stream?.close();
      this.#streams.delete(address);
    } else if (!stream && this.#questions.has(address)) {
      const opened = new EventSource(`${address}/stream`);
      opened.onmessage = ({ data }) => this.take(JSON.parse(data as string) as PollResults);
      opened.onerror = () => {
        if (opened.readyState !== EventSource.CLOSED) return;
        this.#streams.delete(address);
        setTimeout(() => { if (this.#questions.has(address)) void this.#fetch(address); }, askAgain);
      };
      this.#streams.set(address, opened);
    }
  }

  #followAll(): void {
    for (const address of this.#questions.keys()) this.#follow(address);
  }
}
