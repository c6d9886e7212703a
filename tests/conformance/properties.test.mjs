// The properties that we know against those of the installed survey-core, and docs/compatibility.md against us.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { findProgramme } from "./expressions.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const programme = findProgramme();
const { Serializer } = createRequire(join(root, "package.json"))("survey-core");

function canvass(words, input) {
  const { stdout, error } = spawnSync(programme, words, { input, encoding: "utf8", maxBuffer: 2 ** 26 });
  if (error) throw error;
  return stdout;
}

const check = (definition) => JSON.parse(canvass(["check", "-"], JSON.stringify(definition)));
const document = programme ? canvass(["properties"]) : "";

// Sections of the list: { base, own: Map(property → old spellings), read }.
const ours = new Map(document.split("\n## ").slice(1).map((section) => {
  const rows = [...section.matchAll(/^\| `([^`]+)` \| (.*?) \| (.*?) \|$/gm)];
  return [section.split("\n", 1)[0], {
    base: section.match(/^Has what `(.*)` has\.$/m)?.[1],
    own: new Map(rows.map(([, name, old]) => [name, [...old.matchAll(/`([^`]+)`/g)].map((match) => match[1])])),
    acted: new Map(rows.map(([, name, , verdict]) => [name, verdict])),
    read: !/^\*\*not\*\*$/m.test(section),
  }];
}));

function oldSpellings(name, property) {
  for (let known = ours.get(name); known; known = ours.get(known.base))
    if (known.own.has(property)) return known.own.get(property);
}

// What survey-core computes or only its designer shows.
const notInDefinitions = new Set(["effectiveColSpan", "effectiveWidth", "page"]);
// How the whole looks around the survey, and sizes of pictures in its designer.
const notOfOurConcern = new Set(["cover", "responsiveimagesize", "regionalformat"]);
const classes = Serializer.getAllClasses().map((name) => Serializer.findClass(name))
  .filter(({ name }) => !notOfOurConcern.has(name));
const propertiesOf = ({ properties }) => properties.filter(({ name }) => !notInDefinitions.has(name));

const skip = programme ? false : "build/bin/canvass is missing";

test("every class and property of survey-core is known, with its old spellings", { skip }, () => {
  const missing = [];
  for (const each of classes) {
    if (!ours.has(each.name)) missing.push(each.name);
    for (const { name, alternativeName } of propertiesOf(each)) {
      const old = oldSpellings(each.name, name);
      if (!old) missing.push(`${each.name}.${name}`);
      else if (alternativeName && !old.includes(alternativeName)) missing.push(`${each.name}.${alternativeName}`);
    }
  }
  assert.deepEqual(missing, [], "core/definition/format_table.cpp lacks these");
});

test("nothing else is known but what is ours", { skip }, () => {
  const additions = new Set(["type", "poll", "canvass", "score"]);
  const strange = [];
  for (const [name, { own }] of ours) {
    if (additions.has(name)) continue;
    for (const property of own.keys()) {
      if (!additions.has(property) && !Serializer.findProperty(name, property)) strange.push(`${name}.${property}`);
    }
  }
  assert.deepEqual(strange, []);
});

// Elements that stand in a definition by themselves.
const kinds = classes.map(({ name }) => name).filter((name) => ours.get(name)?.read)
  .filter((name) => Serializer.isDescendantOf(name, "question") || name === "panel")
  .filter((name) => !classes.some(({ parentName }) => parentName === name) || ["checkbox", "panel"].includes(name));

function membersOf(kind) {
  const members = [];
  for (let each = Serializer.findClass(kind); each; each = each.parentName && Serializer.findClass(each.parentName)) members.push(...propertiesOf(each));
  return members;
}

// The names that a check of this object, which holds them all, tells to be kept.
function keptOf(object, pointer, wrap) {
  return new Set(check(wrap(object)).notes.filter(({ code }) => code === "property-not-acted")
    .map(({ pointer: place }) => place.slice(pointer.length + 1)));
}

test("old spellings are acted on where today's are", { skip }, () => {
  const wrong = [];
  const compare = (kind, properties, object, pointer, wrap) => {
    const pairs = properties.filter(({ alternativeName }) => alternativeName);
    for (const { name, alternativeName } of pairs) object[name] = object[alternativeName] = null;
    const kept = keptOf(object, pointer, wrap);
    for (const { name, alternativeName } of pairs)
      if (kept.has(name) !== kept.has(alternativeName)) wrong.push(`${kind}: ${alternativeName} and ${name}`);
  };
  for (const kind of kinds)
    compare(kind, membersOf(kind), { type: kind, name: "q" }, "/elements/0", (element) => ({ elements: [element] }));
  compare("survey", propertiesOf(Serializer.findClass("survey")), {}, "", (survey) => survey);
  compare("page", membersOf("page"), {}, "/pages/0", (page) => ({ pages: [page] }));
  assert.deepEqual(wrong, [], "core/definition/properties.cpp lacks a row");
});

test("the closed sets allow what survey-core allows, and nothing more", { skip }, () => {
  const wrong = [];
  for (const kind of kinds) {
    const elements = [], expected = [];
    for (const { name, choices, hasChoices, choicesfunc, type } of membersOf(kind)) {
      if (!hasChoices || choicesfunc || type !== "string" || !Array.isArray(choices)) continue;
      const values = choices.map((choice) => choice?.value ?? choice);
      if (values.some((value) => typeof value !== "string") || values.includes("given-name")) continue;
      for (const value of values) elements.push({ type: kind, name: `q${elements.length}`, [name]: value });
      expected.push(`/elements/${elements.length}/${name}`);
      elements.push({ type: kind, name: `q${elements.length}`, [name]: "no such value" });
    }
    const { errors, notes } = check({ elements });
    const refused = [...errors, ...notes].filter(({ code }) => code === "unknown-value").map(({ pointer }) => pointer);
    for (const pointer of expected) if (!refused.includes(pointer)) wrong.push(`${kind}: ${pointer} is not refused`);
    for (const pointer of refused) if (!expected.includes(pointer)) wrong.push(`${kind}: ${pointer} is refused`);
  }
  assert.deepEqual(wrong, []);
});

test("docs/compatibility.md is what the engine says today", { skip }, () => {
  assert.equal(readFileSync(join(root, "docs/compatibility.md"), "utf8"), document,
    "it is stale: build/bin/canvass properties > docs/compatibility.md");
});
