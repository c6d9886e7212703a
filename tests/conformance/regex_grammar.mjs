// Random regular expressions, and texts that come near to matching them.

const letters = [..."abcABC012_ -.@", "ä", "Ä", "ж", "Ж", "é", "\n", "😀"];
const classes = ["\\d", "\\D", "\\w", "\\W", "\\s", "\\S", ".", "[abc]", "[^abc]", "[a-c]", "[A-Z]", "[a-zA-Z0-9]", "[\\w.-]",
  "[^\\d]", "[\\s\\S]", "[\\D]", "[ä-ü]", "[а-я]", "[]", "[^]", "[-a]", "[a-]", "[\\]a]", "[.+*]", "[\\w-x]", "[\\b]", "\\x61",
  "\\u0062", "\\u00e4", "\\-", "\\/", "\\.", "\\@", "\\t", "\\cJ", "\\0", "]", "}", "{", "{a", "\\x", "\\u1"];
const edges = ["^", "$", "\\b", "\\B"];
const quantifiers = ["*", "+", "?", "*?", "+?", "??", "{2}", "{1,}", "{0,2}", "{1,3}", "{0}", "{2,3}?"];

function part(random, depth) {
  const kind = random.below(depth > 0 ? 20 : 12);
  if (kind < 7) return random.pick(letters).replace(".", "\\.");
  if (kind < 11) return random.pick(classes);
  if (kind < 12) return random.pick(edges);
  const inside = alternatives(random, depth - 1);
  if (kind < 14) return `(${inside})`;
  if (kind < 16) return `(?:${inside})`;
  if (kind < 17) return `(?<n${random.below(1e9)}>${inside})`;
  return random.pick([`(?=${inside})`, `(?!${inside})`, `(?=.*${inside})`, `(?<=${inside})`, `(?<!${inside})`]);
}

function sequence(random, depth) {
  let text = "";
  for (let count = random.below(4); count >= 0; --count) {
    text += part(random, depth);
    if (random.chance(0.3)) text += random.pick(quantifiers);
  }
  return text;
}

function alternatives(random, depth) {
  let text = sequence(random, depth);
  while (random.chance(0.2)) text += `|${sequence(random, depth)}`;
  return text;
}

export function randomPattern(random) {
  const text = alternatives(random, 3);
  return random.pick([`^${text}$`, `^(?:${text})$`, `^${text}`, text, text, text]);
}

// Well-formed: a pattern is not cut inside a character.
export function randomText(random, pattern) {
  const characters = [...pattern];
  let text = "";
  for (let count = 1 + random.below(9); count > 0; --count) {
    const from = random.below(characters.length);
    text += random.chance(0.3) ? characters.slice(from, from + 1 + random.below(3)).join("") : random.pick(letters);
  }
  return text;
}
