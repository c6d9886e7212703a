// Poll results as they are now, then live: fetched once, followed by Server-Sent Events while the page is seen.
import type { PollResults } from "./shapes";

export class LiveResults {
  private readonly streams = new Map<string, EventSource>();
  private readonly addresses = new Set<string>();
  private readonly seen = () => this.follow();

  constructor(private readonly take: (results: PollResults) => void, private readonly failed: (error: Error) => void) {
    document.addEventListener("visibilitychange", this.seen);
  }

  stop(): void {
    document.removeEventListener("visibilitychange", this.seen);
    for (const stream of this.streams.values()) stream.close();
    this.streams.clear();
    this.addresses.clear();
  }

  async watch(endpoint: string, definition: string, question: string): Promise<void> {
    const path = `v1/definitions/${encodeURIComponent(definition)}/polls/${encodeURIComponent(question)}/results`;
    const address = new URL(path, endpoint).href;
    if (this.addresses.has(address)) return;
    this.addresses.add(address);
    try {
      const reply = await fetch(address, { headers: { Accept: "application/json" } });
      if (!reply.ok) throw new Error(`HTTP ${reply.status}`);
      this.take((await reply.json()) as PollResults);
    } catch (error) {
      this.failed(error as Error);
    }
    this.follow();
  }

  // A hidden page holds no connection; an event source connects again by itself.
  private follow(): void {
    for (const address of this.addresses) {
      const stream = this.streams.get(address);
      if (document.hidden) {
        stream?.close();
        this.streams.delete(address);
      } else if (!stream) {
        const opened = new EventSource(`${address}/stream`);
        opened.onmessage = ({ data }) => this.take(JSON.parse(data as string) as PollResults);
        this.streams.set(address, opened);
      }
    }
  }
}
