// What an embed is made with, and what keeps it up to date.
import english from "../../../../assets/locales/embed/en.json";
import type { SemanticNode } from "../abi";
import type { CanvassUpload } from "../public";
import type { Action, PollResults } from "../shapes";
import { loadWords } from "../texts";
import type { Words } from "../texts";

// What the page knows of a poll that the place belongs to.
export interface PollContext {
  results: PollResults | undefined;  // with all that the collector tells of the count
  address: string | undefined;       // the poll's at the collector, ending in a slash
  member: string | null;             // who has just voted
  refresh(): void;                   // the results are to be asked for at once
  again(): void;                     // to vote once more
}

export interface Tools {
  poll(question: string): PollContext | undefined;
  act(action: Action): void;
  // False: nobody takes it.
  upload(upload: CanvassUpload): boolean;
}

export interface Embedded {
  update(node: SemanticNode): void;
}

// Calls `show` with the words of the language that the place is in, at once and whenever that is another.
export function followLanguage(place: Node, show: (words: Words, locale: string) => void): () => void {
  let shown: string | undefined;
  return () => {
    const host = (place.getRootNode() as ShadowRoot).host;
    const locale = host?.closest<HTMLElement>("[lang]")?.lang ?? "";
    if (locale === shown) return;
    shown = locale;
    void loadWords(locale, english, "embed/").then((words) => {
      if (locale === shown) show(words, locale);
    });
  };
}

export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag, properties: Partial<HTMLElementTagNameMap[Tag]> = {}, ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}
