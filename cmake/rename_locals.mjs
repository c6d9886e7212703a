// node rename_locals.mjs FILE: numbers the local variables of a wasm module's functions anew, so that like code has like
// bytes, and writes one alignment for each kind of load and store: a hint, that engines need not heed. A page loads the
// module compressed, and it is 1.3 % less then; what the code does stays as it is.
//
// What a byte costs is told by a model of all the code: how often it followed the bytes before it, up to six of them.
// Two locals of one type trade their numbers wherever that costs less. A number fits in a byte, so nothing moves.
import { readFileSync, writeFileSync } from "node:fs";
import { Reader, bodiesIn, sectionsOf } from "./wasm_reader.mjs";

const file = process.argv[2];
const bytes = readFileSync(file);
const { types, functions, code } = sectionsOf(bytes);

// Operands of each operation: n is a number of any length, b a byte.
const operands = new Map();
const have = (shape, ...operations) => operations.forEach((operation) => operands.set(operation, shape));
const from = (first, last) => Array.from({ length: last - first + 1 }, (_, place) => first + place);
const firstWide = 0xfc00;
have("", 0x00, 0x01, 0x05, 0x0b, 0x0f, 0x1a, 0x1b, ...from(0x45, 0xc4), ...from(firstWide, firstWide + 7));
have("b", 0x3f, 0x40, firstWide + 11);
have("n", 0x02, 0x03, 0x04, 0x0c, 0x0d, 0x10, ...from(0x20, 0x24), 0x41, 0x42);
have("nn", 0x11, ...from(0x28, 0x3e));
have("bbbb", 0x43);
have("bbbbbbbb", 0x44);
have("bb", firstWide + 10);
const branchTable = 0x0e, wide = 0xfc, firstLocal = 0x20, lastLocal = 0x22, firstMemory = 0x28, lastMemory = 0x3e;
// A load's and a store's, from firstMemory on, as a power of two.
const naturalAlignment = [2, 3, 2, 3, 0, 0, 1, 1, 0, 0, 1, 1, 2, 2, 2, 3, 2, 3, 0, 1, 0, 1, 2];

// Where each local's number stands in the body, and which are of its type.
function localsOf(body, parameters) {
  const reader = new Reader(body);
  const locals = Array.from({ length: parameters }, () => ({ type: "parameter", places: [] }));
  for (let groups = reader.number(); groups > 0; --groups) {
    const count = reader.number();
    const type = reader.byte();
    for (let each = 0; each < count; ++each) locals.push({ type, places: [] });
  }
  while (reader.at < body.length) {
    let operation = reader.byte();
    if (operation === wide) operation = firstWide + reader.number();
    if (operation >= firstLocal && operation <= lastLocal) {
      const place = reader.at;
      locals[reader.number()].places.push(place);
    } else if (operation === branchTable) {
      for (let labels = reader.number() + 1; labels > 0; --labels) reader.number();
    } else {
      if (!operands.has(operation)) throw new Error(`${file} has an operation unknown here: ${operation.toString(16)}`);
      if (operation >= firstMemory && operation <= lastMemory) body[reader.at] = naturalAlignment[operation - firstMemory];
      for (const operand of operands.get(operation)) operand === "n" ? reader.number() : reader.byte();
    }
  }
  return locals;
}

// How often each run of bytes occurs, by a hash of it: as long as a context, and a byte longer.
const contexts = [1, 2, 3, 4, 6];
const longest = Math.max(...contexts);
const slots = 1 << 22;
const seen = contexts.map(() => ({ context: new Int32Array(slots), run: new Int32Array(slots) }));

function slotOf(body, start, end) {
  let hash = 2166136261;
  for (let at = start; at < end; ++at) hash = Math.imul(hash ^ body[at], 16777619);
  return (hash ^ (hash >>> 15)) & (slots - 1);
}

function count(body, step) {
  for (let at = longest; at < body.length; ++at) {
    contexts.forEach((length, which) => {
      seen[which].context[slotOf(body, at - length, at)] += step;
      seen[which].run[slotOf(body, at - length, at + 1)] += step;
    });
  }
}

// In bits.
function costOf(body, ranges) {
  let bits = 0;
  for (const [start, end] of ranges) {
    for (let at = start; at < end; ++at) {
      let chance = 1 / 256;
      for (let which = 0; which < contexts.length; ++which) {
        const before = at - contexts[which];
        const contextCount = seen[which].context[slotOf(body, before, at)];
        if (contextCount === 0) break;
        const trust = contextCount / (contextCount + 1.5);
        chance = trust * seen[which].run[slotOf(body, before, at + 1)] / contextCount + (1 - trust) * chance;
      }
      bits -= Math.log2(Math.max(chance, 1e-4));
    }
  }
  return bits;
}

// The bytes whose cost changes with these.
function rangesAround(places, end) {
  const ranges = [];
  for (const place of places.sort((a, b) => a - b)) {
    const latest = ranges.at(-1);
    const reach = Math.min(place + longest + 1, end);
    if (latest && place <= latest[1]) latest[1] = reach;
    else ranges.push([Math.max(place, longest), reach]);
  }
  return ranges;
}

function trade(body, a, b) {
  const numbers = [body[a.places[0]], body[b.places[0]]];
  for (const place of a.places) body[place] = numbers[1];
  for (const place of b.places) body[place] = numbers[0];
}

function improve({ body, locals }) {
  count(body, -1);
  for (let first = 0; first < locals.length; ++first) {
    for (let second = first + 1; second < locals.length; ++second) {
      const [a, b] = [locals[first], locals[second]];
      if (a.type !== b.type) continue;
      const ranges = rangesAround([...a.places, ...b.places], body.length);
      const before = costOf(body, ranges);
      trade(body, a, b);
      if (costOf(body, ranges) > before - 0.1) trade(body, a, b);
    }
  }
  count(body, 1);
}

const parameterCounts = Array.from({ length: types.number() }, () => {
  types.byte();
  const parameters = types.take(types.number()).length;
  types.take(types.number());
  return parameters;
});
const typeOf = Array.from({ length: functions.number() }, () => functions.number());
const all = bodiesIn(code).map((body, index) => {
  const locals = localsOf(body, parameterCounts[typeOf[index]]);
  return { body, locals: locals.length > 127 ? [] : locals.filter(({ type, places }) => type !== "parameter" && places.length > 0) };
});
for (const { body } of all) count(body, 1);
for (let round = 0; round < 8; ++round) all.forEach(improve);
writeFileSync(file, bytes);
