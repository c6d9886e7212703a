// Numbers, names and sentences about a count, in the language of the place.
import { fill } from "../../texts";
import type { Words } from "../../texts";
import type { Count, Decision } from "./count";

export interface Named {
  value: unknown;
  text: string;
}

// As a tally calls an option.
const nameOf = (value: unknown) => (typeof value === "string" ? value : JSON.stringify(value));

export class Speech {
  readonly #texts: Map<string, string>;

  constructor(readonly words: Words, private readonly locale: string, options: Named[] = []) {
    this.#texts = new Map(options.map(({ value, text }) => [nameOf(value), text]));
  }

  word(key: string, ...parts: string[]): string {
    return fill(this.words[key] ?? "", ...parts);
  }

  option(value: unknown): string {
    const name = nameOf(value);
    return this.#texts.get(name) ?? name;
  }

  list(options: unknown[]): string {
    const names = options.map((each) => this.option(each));
    return new Intl.ListFormat(this.locale || undefined).format(names);
  }

  number(value: number | string, digits = 2): string {
    return new Intl.NumberFormat(this.locale || undefined, { maximumFractionDigits: digits }).format(Number(value));
  }

  percent(share: number): string {
    return new Intl.NumberFormat(this.locale || undefined, { style: "percent", maximumFractionDigits: 1 }).format(share);
  }

  between(value: number, [low, high]: [number, number], suffix = ""): string {
    const text = (number: number) => this.number(number, 1) + suffix;
    return low === high ? text(value) : this.word("interval", text(value), text(low), text(high));
  }

  decision({ because, option, tied }: Decision): string {
    return this.word("decided", this.option(option), this.word(because, this.list(tied)));
  }

  outcome({ winners, tied, decidedByLot, voters }: Count): string[] {
    if (voters === 0 || winners.length === 0) return [];
    const sentences = tied.length > 0 ? [this.word("areTied", this.list(tied))]
      : [this.word(winners.length === 1 ? "wins" : "areElected", this.list(winners))];
    return decidedByLot ? [...sentences, this.word("byLot")] : sentences;
  }
}
