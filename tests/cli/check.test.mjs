import assert from "node:assert/strict";
import { test } from "node:test";
import { canvass, withFiles } from "./canvass.mjs";

const check = (definition, ...options) =>
  canvass(["check", "-", ...options], typeof definition === "string" ? definition : JSON.stringify(definition));

test("a sound definition has no faults", () => {
  const { status, lines, stderr } = check({ elements: [{ type: "text", name: "q1" }] });
  assert.equal(status, 0);
  assert.deepEqual(lines, [{ errors: [], notes: [] }]);
  assert.equal(stderr, "");
});

test("every fault is reported with its place, as JSON and as a sentence", () => {
  const { status, lines, stderr } = check({
    colour: "red",
    elements: [
      { type: "radiogroup", name: "q1", choices: ["a"], visibleIf: "{q2} >" },
      { type: "hologram", name: "q2" },
      { type: "text", name: "q1" },
      { type: "text", name: "q3", visibleIf: "{q4} = 1" },
      { type: "text", name: "q4", visibleIf: "{q3} = 1" },
      { type: "text", name: "q5", isRequired: { yes: 1 } },
    ],
  });
  assert.equal(status, 1);
  assert.equal(lines.length, 1);
  const found = (list) => list.map(({ code, pointer }) => `${code} ${pointer}`);
  const errors = found(lines[0].errors);
  for (const expected of [
    "expression-syntax /elements/0/visibleIf", "unknown-kind /elements/1/type", "duplicate-name /elements/2/name",
    "wrong-type /elements/5/isRequired",
  ]) assert.ok(errors.includes(expected), `${expected} in ${errors}`);
  assert.ok(errors.some((error) => /^circular-expression \/elements\/[34]\/visibleIf$/.test(error)), `${errors}`);
  assert.ok(found(lines[0].notes).includes("unknown-property /colour"));
  for (const { severity, message } of lines[0].errors) {
    assert.equal(severity, "error");
    assert.ok(stderr.includes(message));
  }
  assert.equal(lines[0].errors.find(({ code }) => code === "expression-syntax").position, 6);
});

test("notes alone leave the status at 0", () => {
  const { status, lines } = check({ colour: "red", elements: [] });
  assert.equal(status, 0);
  assert.equal(lines[0].notes[0].severity, "note");
});

test("what is no JSON is reported like every other fault, with its character and its line", () => {
  const { status, lines } = check('{\n "a": 1\n "b": 2}');
  assert.equal(status, 1);
  assert.equal(lines[0].errors.length, 1);
  assert.equal(lines[0].errors[0].code, "json-syntax");
  assert.equal(lines[0].errors[0].position, 13);
  assert.equal(lines[0].errors[0].message, "This is not valid JSON: line 3, column 4; expected: , | }.");
  const german = check('{\n "a": 1\n "b": 2}', "--locale", "de");
  assert.equal(german.lines[0].errors[0].message, "Das ist kein gültiges JSON: Zeile 3, Spalte 4; erwartet: , | }.");
  assert.ok(german.stderr.includes("Zeile 3, Spalte 4"));
});

test("JSON that is no definition is a fault", () => {
  for (const definition of ["[]", "null", "7", '"text"']) assert.equal(check(definition).status, 1, definition);
});

test("a place in an expression is counted in characters", () => {
  const { lines: [{ errors: [fault] }] } = check({ elements: [{ type: "text", name: "q", visibleIf: "{größe} =" }] });
  assert.equal(fault.position, 9);
  assert.match(fault.message, /from character 10 on/);
});

test("a limit says what it counts", () => {
  const visibleIf = Array.from({ length: 20_000 }, (_, i) => `{q} = ${i}`).join(" or ");
  const { lines: [{ errors: [fault] }] } = check({ elements: [{ type: "text", name: "q", visibleIf }] });
  assert.match(fault.message, /^This is too large: no more than \d+ (steps|bytes) are read\.$/);
});

test("sentences come in German when asked for", () => {
  const { lines } = check({ elements: [{ type: "hologram", name: "q" }] }, "--locale", "de-AT");
  assert.match(lines[0].errors[0].message, /„hologram“ ist keine Frageart/);
});

test("a definition may be a file", () =>
  withFiles((write) => assert.equal(canvass(["check", write("survey.json", { elements: [] })]).status, 0)));
