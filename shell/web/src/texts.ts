// The interface's own words: one file a locale beside the script, loaded when a widget wants it.
import { english } from "./generated";

// Written in by build.mjs: the locales that lie beside the script.
declare const CANVASS_LOCALES: readonly string[];

export type Words = Record<string, string>;
const loaded = new Map<string, Promise<Words>>();

// "de-AT" → "de" → English, which is built in.
function fileFor(locale: string): string | undefined {
  const wanted = locale.toLowerCase();
  return [wanted, wanted.split("-")[0]!].find((each) => CANVASS_LOCALES.includes(each));
}

export function loadWords(locale: string): Promise<Words> {
  const name = fileFor(locale);
  if (name === undefined || name === "en") return Promise.resolve(english);
  let words = loaded.get(name);
  if (!words) {
    words = fetch(new URL(`locales/${name}.json`, import.meta.url))
      .then((response) => (response.ok ? (response.json() as Promise<Words>) : english))
      .catch(() => english);
    loaded.set(name, words);
  }
  return words;
}

export function fill(pattern: string, part: string): string {
  return pattern.replace("{0}", () => part);
}
