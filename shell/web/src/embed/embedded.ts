// What an embed is made with, and what keeps it up to date.
import english from "../../../../assets/locales/embed/en.json";
import type { SemanticNode } from "../abi";
import type { CanvassUpload } from "../public";
import type { Action } from "../shapes";
import { loadWords } from "../texts";
import type { Words } from "../texts";

export interface Tools {
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
