// Random expressions and the values that they read: mostly what people write, some of what they mistype.

// Mulberry32: the same cases for the same seed, everywhere.
export function randomFrom(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit) => Math.floor(next() * limit);
  return { below, chance: (share) => next() < share, pick: (list) => list[below(list.length)] };
}

const operators = [
  "or", "||", "and", "&&", "OR", "And", "=", "==", "equal", "equals", "!=", "<>", "notequal", "<", "less", ">",
  "greater", "<=", "=<", "lessorequal", ">=", "=>", "greaterorequal", "+", "-", "*", "/", "%", "^", "power",
  "contains", "contain", "*=", "notcontains", "notcontain", "anyof", "allof", "noneof",
];
const numbers = ["0", "1", "2", "3", "5", "7", "10", "12", "100", "0.1", "0.2", "0.5", "1.5", "2.25", "3.14", "-1", "-2.5",
  "0x10", "1000000", "0.001", "99.99"];
const texts = ["a", "b", "A", "ab", "abc", "item1", "Item 1", "yes", "Yes", " yes ", "no", "true", "false", "0", "1", "5",
  "05", "1.5", "1,5", "2024-03-10", "2025-11-22", "x y", "undefined", "ä", "Ä"];
const names = ["a", "b", "c", "d", "list", "words", "people", "answer", "day", "flag", "nothing", "obj.x", "obj.y.z", "obj",
  "people[0].name", "people[1].age", "people[-1].age", "people[9].age", "list[0]", "list.length", "words.length",
  "nothing.length", "my name", "q.1", "A", "LIST", "matrix.row 1.col1", "matrix.Row 2.col2"];
const scalars = [0, 1, 2, 3, 5, 10, -1, 0.1, 0.2, 1.5, 2.675, 100, true, false, null, "", "a", "A", "b", "ab", "abc", "yes",
  " Yes", "no", "item1", "Item 1", "true", "False", "5", "05", "007", "1.5", "1,5", "0x1F", " 12 ", "1e3", "-3", "+4",
  "12345678901234567", "2024-03-10", "2026-11-22", "2026-11-21T10:00:00.000Z", "'quoted'", "Ä", "ä", "10%", "1-2"];

function list(random, item) {
  return Array.from({ length: random.below(4) }, item);
}

function person(random) {
  const one = { name: random.pick(["Ann", "Ben", "Cleo"]), age: random.pick([5, 18, 30, "41", "x", 0, null, 2.5]) };
  if (random.chance(0.5)) one.score = random.pick([1, 0.1, 0.2, "0.3", -1]);
  if (random.chance(0.3)) one.flag = random.chance(0.5);
  return one;
}

export function values(random) {
  const scalar = () => random.pick(scalars);
  const all = {
    a: scalar(), b: scalar(), c: scalar(), d: random.chance(0.2) ? list(random, scalar) : scalar(),
    list: list(random, () => random.pick([0, 1, 2, 3, 5, 0.1, 0.2, "1", "2"])),
    words: list(random, () => random.pick(["a", "b", "A", "item1", "item2", "Item 1", "yes"])),
    people: list(random, () => person(random)),
    answer: random.pick(texts), day: random.pick(["2024-02-29", "2026-11-22", "2026-11-21T23:59:59.999Z", "2020-01-31", "x"]),
    flag: random.chance(0.5), obj: { x: scalar(), y: { z: scalar() } }, "my name": scalar(), "q.1": scalar(),
    matrix: { "row 1": { col1: scalar(), col2: scalar() }, "row 2": { col1: scalar(), col2: scalar() } },
  };
  for (const name of Object.keys(all)) if (random.chance(0.12)) delete all[name];
  return all;
}

const quoted = (random, text) => (random.chance(0.8) ? `'${text}'` : `"${text}"`);
const variable = (random) => `{${random.chance(0.05) ? "#" : ""}${random.pick(names)}}`;

function listExpression(random) {
  const item = () => (random.chance(0.5) ? random.pick(numbers) : quoted(random, random.pick(texts)));
  return `[${Array.from({ length: 1 + random.below(3) }, item).join(random.pick([", ", ",", " , "]))}]`;
}

function filter(random) {
  const condition = `{${random.pick(["age", "score", "flag", "name"])}} ${random.pick([">", "<", "=", "!=", ">="])} ` +
    random.pick(["1", "18", "'Ann'", "true", "0.2"]);
  return random.chance(0.5) ? condition : quoted(random, condition.replaceAll("'", ""));
}

function call(random, depth) {
  const inner = () => expression(random, depth - 1);
  const few = () => Array.from({ length: 1 + random.below(3) }, inner).join(", ");
  const date = () => (random.chance(0.6) ? "{day}" : random.chance(0.5) ? quoted(random, random.pick(["2024-03-10",
    "2025-11-22T08:30:00.000Z", "2026-01-31"])) : "today()");
  const unit = () => quoted(random, random.pick(["days", "months", "years", "hours", "minutes", "seconds"]));
  const people = () => random.pick(["{people}", "{people}", "{matrix}", "{list}", "{nothing}", "{obj}"]);
  const column = () => quoted(random, random.pick(["age", "score", "name", "col1", "x"]));
  const forms = [
    () => `iif(${inner()}, ${inner()}, ${inner()})`,
    () => `iif(${inner()}, ${inner()})`,
    () => `${random.pick(["sum", "min", "max", "avg", "count"])}(${few()})`,
    () => `round(${inner()}${random.chance(0.6) ? `, ${random.below(4)}` : ""})`,
    () => `trunc(${inner()}${random.chance(0.6) ? `, ${random.below(4)}` : ""})`,
    () => `${random.pick(["sumInArray", "countInArray", "avgInArray"])}(${people()}, ${column()}` +
      `${random.chance(0.6) ? `, ${filter(random)}` : ""})`,
    () => `${random.pick(["minInArray", "maxInArray"])}(${people()}, ${column()}` +
      `${random.chance(0.3) ? ", 'name'" : ""}${random.chance(0.4) ? `, ${filter(random)}` : ""})`,
    () => `${random.pick(["age", "year", "month", "day", "weekday", "getYear", "getDate"])}(${date()})`,
    () => `dateDiff(${date()}, ${date()}${random.chance(0.7) ? `, ${unit()}` : ""})`,
    () => `dateAdd(${date()}, ${random.pick(["1", "-1", "30", "{a}", "1.5"])}${random.chance(0.7) ? `, ${unit()}` : ""})`,
    () => `diffDays(${date()}, ${date()})`,
    () => random.pick(["today()", "currentDate()", "currentYear()", "today(1)", "today(-7)", "year()", "isDisplayMode()"]),
    () => `substring(${random.chance(0.5) ? inner() : quoted(random, random.pick(texts))}, ${random.below(4)}` +
      `${random.chance(0.5) ? `, ${random.below(5)}` : ""})`,
    () => `${random.pick(["getComment", "isContainerReady", "unknown", "propertyValue"])}(${few()})`,
  ];
  return random.pick(forms)();
}

function operand(random, depth) {
  const forms = [
    () => variable(random), () => variable(random), () => variable(random), () => variable(random),
    () => random.pick(numbers), () => random.pick(numbers), () => quoted(random, random.pick(texts)),
    () => random.pick(["true", "false", "null", "undefined", "yes", "item1", "TRUE"]),
    () => listExpression(random),
    () => `${variable(random)} ${random.pick(["empty", "notempty", "NotEmpty"])}`,
    () => `${random.pick(["!", "! ", "negate "])}${depth > 0 ? operand(random, depth - 1) : variable(random)}`,
    () => (depth > 0 ? call(random, depth) : variable(random)),
    () => (depth > 0 ? call(random, depth) : variable(random)),
    () => (depth > 0 ? `(${expression(random, depth - 1)})` : random.pick(numbers)),
  ];
  return random.pick(forms)();
}

export function expression(random, depth) {
  let text = operand(random, depth);
  for (let more = random.below(3); more > 0; more--) {
    text += ` ${random.pick(operators)} ${operand(random, depth)}`;
  }
  return text;
}

const slips = ["(", ")", "[", "]", "{", "}", "'", '"', ",", " ", "!", "=", "<", "-", "a", "1", "or", "empty", ".", "0"];

function mistyped(random, text) {
  const at = random.below(text.length + 1);
  return random.chance(0.5) ? text.slice(0, at) + text.slice(at + 1) : text.slice(0, at) + random.pick(slips) + text.slice(at);
}

export function expressionCase(random) {
  let text = expression(random, random.below(3));
  for (let slip = 0; slip < 2 && random.chance(0.08); slip++) text = mistyped(random, text);
  return { expression: text, values: values(random) };
}
