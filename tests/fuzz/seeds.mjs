// What fuzzing starts from: the corpus cut into inputs for each target, and the format's words as a dictionary.
//   node tests/fuzz/seeds.mjs FOLDER      writes FOLDER/corpus/TARGET/* and FOLDER/words.dict
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { cases, root } from "../corpus/cases.mjs";

const folder = process.argv[2];

function seed(target, content) {
  const to = join(folder, "corpus", target);
  mkdirSync(to, { recursive: true });
  writeFileSync(join(to, createHash("sha1").update(content).digest("hex")), content);
}

// Every text that stands under a name which ends in "If" or "Expression", or is "expression".
function* expressionsIn(value) {
  if (!value || typeof value !== "object") return;
  for (const [name, member] of Object.entries(value)) {
    if (typeof member === "string" && /(^e|E)xpression$|If$/.test(name)) yield member;
    yield* expressionsIn(member);
  }
}

for (const { definition, steps } of cases) {
  const actions = steps.map(({ action }) => action);
  const answers = steps.map(({ expect }) => expect.data).filter(Boolean);
  seed("definition_fuzz", JSON.stringify(definition));
  seed("json_fuzz", JSON.stringify(definition));
  seed("actions_fuzz", JSON.stringify({ definition, actions }));
  for (const data of answers) seed("response_fuzz", JSON.stringify({ definition, answers: data }));
  for (const expression of expressionsIn(definition)) seed("expression_fuzz", `${expression}\0${JSON.stringify(answers.at(-1) ?? {})}`);
}

// Where bytes are choices of a grammar, any will do.
for (let at = 0; at < 24; at++) {
  const some = Array.from({ length: 20 }, (_, part) => createHash("sha256").update(`${at}/${part}`).digest());
  seed("survey_fuzz", Buffer.concat(some));
}

const model = { extends: "canvass", types: { posted: { weight: 2, perDay: 1 } }, badges: [{ name: "b", when: "{count.posted} > 1" }] };
const events = [
  { id: "1", member: "a", type: "posted", at: "2026-11-27T08:00:00+01:00", weight: 2, subject: "b" },
  { id: "2", member: "a", type: "posted", at: 1795766400000 },
  { id: "3", member: "b", type: "seen", at: "2025-01-01" }, { undo: "2" }, { optOut: "b" },
];
seed("engagement_fuzz", [model, ...events].map((line) => JSON.stringify(line)).join("\n"));
seed("engagement_fuzz", [{ extends: "trust" }, ...events].map((line) => JSON.stringify(line)).join("\n"));

// Names of kinds, properties and values as docs/compatibility.md lists them; operators and functions.
const properties = readFileSync(join(root, "core/definition/format_table.cpp"), "utf8").match(/[$A-Za-z-]{2,}/g);
const actions = readFileSync(join(root, "core/session/action.cpp"), "utf8").match(/"[a-z]+"/gi).map((word) => word.slice(1, -1));
const functions = readFileSync(join(root, "core/expression/functions.cpp"), "utf8").match(/"[a-zA-Z]+"/g).map((word) => word.slice(1, -1));
const operators = ["contains", "notcontains", "anyof", "allof", "noneof", "empty", "notempty", "and", "or", "{row.", "{panel.", "{item}", "{self.", "[0]", ".length"];
const quoted = [...new Set([...properties, ...actions])].map((word) => `"\\"${word}\\":"`);
const plain = [...new Set([...functions, ...operators])].map((word) => `"${word}"`);
writeFileSync(join(folder, "words.dict"), [...quoted, ...plain].join("\n") + "\n");
