// The interface's own words: one file a locale beside the script, loaded when a widget wants it.
// Written in by build.mjs: the locales that lie beside the script.
declare const CANVASS_LOCALES: readonly string[];

export type Words = Record<string, string>;
const loaded = new Map<string, Promise<Words>>();

// "de-AT" → "de" → English, which is built into the script; written Chinese by its script, Norwegian as Bokmål.
function fileFor(locale: string): string | undefined {
  const wanted = locale.toLowerCase().replace(/^zh-(hk|mo|hant).*/, "zh-tw").replace(/^(no|nn)(?=-|$)/, "nb");
  return [wanted, wanted.split("-")[0]!].find((each) => CANVASS_LOCALES.includes(each));
}

// Of the interface itself, or of a part that has a folder and a script of its own.
export function loadWords(locale: string, own: Words, folder = ""): Promise<Words> {
  const name = fileFor(locale);
  if (name === undefined || name === "en") return Promise.resolve(own);
  const path = `locales/${folder}${name}.json`;
  let words = loaded.get(path);
  if (!words) {
    words = fetch(new URL(path, import.meta.url))
      .then((response) => (response.ok ? (response.json() as Promise<Words>) : own))
      .catch(() => own);
    loaded.set(path, words);
  }
  return words;
}

export function fill(pattern: string, ...parts: string[]): string {
  return pattern.replace(/\{(\d)\}/g, (_, index: string) => parts[Number(index)] ?? "");
}
