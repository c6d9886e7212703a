// What the browser knows of text, for widget/text_platform.h: direction, shaping into clusters, line breaks.
import { characterFor, isPrivate } from "./clusters";

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
const strong = /\p{L}/u;
const emoji = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u;
const ideographs = /([\u2e80-\u303f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef])/;
const blanks = /([\s\u200b]+)/;
const longest = 24;  // characters in one glyph: an address of 300 must not become one picture

const single = /^[ -\u02ff]*$/;  // nothing in here joins what is before it

let segmenter: Intl.Segmenter | undefined;
function graphemes(text: string): string[] {
  if (single.test(text)) return text.split("");
  segmenter ??= new Intl.Segmenter(undefined, { granularity: "grapheme" });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

export function isRightToLeft(text: string): boolean {
  const letter = strong.exec(text);
  return letter !== null && rightToLeft.test(letter[0]);
}

function cluster(text: string): string {
  return text.length === 1 && !isPrivate(text.charCodeAt(0)) ? text : characterFor(text);
}

// Emoji keep their own colours and all else takes the text's, so they cannot share a glyph.
function withoutEmoji(text: string): string[] {
  if (!emoji.test(text)) return [text];
  const runs: string[] = [];
  let plain = "";
  for (const grapheme of graphemes(text)) {
    if (!emoji.test(grapheme)) {
      plain += grapheme;
      continue;
    }
    if (plain) runs.push(plain);
    plain = "";
    runs.push(grapheme);
  }
  return plain ? [...runs, plain] : runs;
}

function shapeWord(word: string): string {
  if (word.length <= longest) return cluster(word);
  const parts = graphemes(word);
  let shaped = "";
  for (let i = 0; i < parts.length; i += longest) shaped += cluster(parts.slice(i, i + longest).join(""));
  return shaped;
}

// The line with every word, emoji and ideograph as one character; a line with bidirectional text as one for each
// run between emoji, in the order in which they are seen.
export function shape(line: string): string {
  if (rightToLeft.test(line)) {
    const runs = withoutEmoji(line).map(cluster);
    return (isRightToLeft(line) ? runs.reverse() : runs).join("");
  }
  return line.split(blanks).map((part, index) => {
    if (index % 2 === 1) return part.replace(/[^ ]/g, (blank) => (blank === "\u200b" ? "" : " "));
    return part.split(ideographs).flatMap(withoutEmoji).map(shapeWord).join("");
  }).join("");
}

const opening = /[(\[{«“‘「『【（［｛〈《〔]/;
const closing = /[)\]}»”’」』】）］｝〉》〕、。，．：；！？・ーぁぃぅぇぉっゃゅょァィゥェォッャュョ%,.:;!?]/;
const unspaced = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]/;  // Thai, Lao, Burmese, Khmer: words without blanks

let wordSegmenter: Intl.Segmenter | undefined;

// Indices in the text after which a line may break: after blanks, after hyphens between letters, around
// ideographs (not before closing nor after opening punctuation), between words where none are spaced.
export function breaks(text: string): number[] {
  const found = new Set<number>();
  for (const { index, 0: match } of text.matchAll(/[ \t\u200b\u3000]+|[\u2010\u2013\u2014-](?=\p{L})|\/(?=\p{L})/gu)) {
    found.add(index + match.length);
  }
  for (const { index, 0: match } of text.matchAll(new RegExp(ideographs, "g"))) {
    const before = text[index - 1];
    const after = text[index + 1];
    if (before !== undefined && !closing.test(match) && !opening.test(before)) found.add(index);
    if (after !== undefined && !opening.test(match) && !closing.test(after)) found.add(index + 1);
  }
  if (unspaced.test(text)) {
    wordSegmenter ??= new Intl.Segmenter(undefined, { granularity: "word" });
    for (const { index } of wordSegmenter.segment(text)) {
      if (unspaced.test(text[index] ?? "") || unspaced.test(text[index - 1] ?? "")) found.add(index);
    }
  }
  found.delete(0);
  found.delete(text.length);
  return [...found].sort((a, b) => a - b);
}
