// Private-use code points for what ImGui cannot shape: emoji, words with kerning, Indic clusters, bidi lines.
// Their glyphs are drawn by glyphs.ts. There are 6,400; once they are given out, a new generation begins: every
// glyph and every layout is made anew.

const first = 0xe000;
const last = 0xf8ff;
// A page that needs more at once than there are must not start over in every frame.
const leastAge = 2000;

let texts: string[] = [];
let codes = new Map<string, string>();
let exhausted = false;
let born = 0;

// One character that stands for the cluster; the cluster itself when no code point is left.
export function characterFor(cluster: string): string {
  let character = codes.get(cluster);
  if (character === undefined) {
    if (first + texts.length > last) {
      exhausted = true;
      return cluster;
    }
    character = String.fromCharCode(first + texts.length);
    texts.push(cluster);
    codes.set(cluster, character);
  }
  return character;
}

// What a code point of the wasm stands for; nothing for one that was never given out.
export function textFor(code: number): string | undefined {
  return code >= first && code <= last ? texts[code - first] : String.fromCodePoint(code);
}

export const isPrivate = (code: number) => code >= first && code <= last;

// True when the caller must have every glyph forgotten and every widget laid out anew.
export function startGenerationIfExhausted(now: number): boolean {
  if (!exhausted || now - born < leastAge) return false;
  texts = [];
  codes = new Map();
  exhausted = false;
  born = now;
  return true;
}
