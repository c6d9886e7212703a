import assert from "node:assert/strict";
import { test } from "node:test";
import { canvass, jsonLines, withFiles } from "./canvass.mjs";

const definition = {
  canvass: { id: "visit" },
  calculatedValues: [{ name: "loud", expression: "iif({stars} > 3, 'yes', 'no')" }],
  pages: [
    { name: "first", elements: [
      { type: "rating", name: "stars", isRequired: true, title: "How was it?" },
      { type: "comment", name: "why", title: "Why {stars}?", visibleIf: "{stars} < 3" },
    ] },
    { name: "second", elements: [{ type: "boolean", name: "again" }] },
  ],
};

const run = (actions, ...options) =>
  withFiles((write) => canvass(["run", write("definition.json", definition), "--actions", "-", ...options],
    typeof actions === "string" ? actions : jsonLines(actions)));

test("after each action comes the state", () => {
  const { status, lines } = run([
    { do: "set", name: "stars", value: 2 },
    { do: "set", name: "stars", value: 5 },
    { do: "next" },
  ]);
  assert.equal(status, 0);
  assert.equal(lines.length, 3);
  assert.deepEqual(Object.keys(lines[0]), ["page", "state", "visible", "titles", "errors", "calculated", "data"]);
  assert.deepEqual(lines[0].visible, ["stars", "why", "again"]);
  assert.equal(lines[0].titles.why, "Why 2?");
  assert.deepEqual(lines[1].visible, ["stars", "again"]);
  assert.equal(lines[1].calculated.loud, "yes");
  assert.deepEqual(lines.map(({ page }) => page), [0, 0, 1]);
});

test("answers that a page does not accept are part of the state, not faults of the input", () => {
  const { status, lines, stderr } = run([{ do: "next" }]);
  assert.equal(status, 0);
  assert.equal(stderr, "");
  assert.deepEqual(Object.keys(lines[0].errors), ["stars"]);
  assert.equal(lines[0].page, 0);
});

test("at completion comes the response, and with a seed and a time always the same", () => {
  const actions = [{ do: "set", name: "stars", value: 4 }, { do: "next" }, { do: "set", name: "again", value: true }, { do: "complete" }];
  const options = ["--now", "2026-11-22T18:22:00Z", "--seed", "7"];
  const { status, lines, stdout } = run(actions, ...options);
  assert.equal(status, 0);
  assert.equal(lines.length, 5);
  assert.match(lines[3].state, /completed/);
  const response = lines[4];
  assert.deepEqual(response.answers, { stars: 4, again: true });
  assert.equal(response.definition, "visit");
  assert.match(response.definitionHash, /^[0-9a-f]{64}$/);
  assert.match(response.id, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  assert.equal(response.completedAt, "2026-11-22T18:22:00.000Z");
  assert.equal(run(actions, ...options).stdout, stdout);
  assert.notEqual(run(actions).lines[4].id, run(actions).lines[4].id);
});

test("a line that is no action gives an error in its place, and the session goes on", () => {
  const { status, lines, stderr } = run('{"do": "dance"}\nnonsense\n{"do": "set", "name": "stars", "value": 1}\n');
  assert.equal(status, 1);
  assert.deepEqual(lines.map((line) => "error" in line), [true, true, false]);
  assert.equal(lines[2].data.stars, 1);
  assert.match(stderr, /:1: .*“dance”/);
});

test("a definition that cannot run at all is refused, one with faults in places runs on", () =>
  withFiles((write) => {
    const run = (text) => canvass(["run", write("definition.json", text), "--actions", "-"], '{"do": "next"}\n');
    const refused = run("[]");
    assert.equal(refused.status, 1);
    assert.equal(refused.stdout, "");
    const faulty = run({ elements: [{ type: "hologram", name: "a" }, { type: "text", name: "b" }] });
    assert.equal(faulty.status, 1);
    assert.deepEqual(faulty.lines[0].visible, ["b"]);
    assert.match(faulty.stderr, /elements\/0/);
  }));

test("a batch gives the last state of every line, in order, and an error in place of a bad one", () => {
  const actions = [{ do: "set", name: "stars", value: 1 }];
  const { status, lines } = canvass(["run", "--batch"], [
    JSON.stringify({ definition, actions }),
    "nonsense",
    JSON.stringify({ definition }),
    JSON.stringify({ definition: [], actions }),
    JSON.stringify({ actions }),
    JSON.stringify({ definition, actions: {} }),
    JSON.stringify({ definition, actions: [{ do: "dance" }] }),
    JSON.stringify({ definition, actions, seed: -1 }),
    JSON.stringify({ definition, actions, now: "never" }),
    JSON.stringify({ definition, actions: [...actions, { do: "next" }, { do: "complete" }], locale: "de", now: 0, seed: 3 }),
  ].join("\n"));
  assert.equal(status, 1);
  assert.deepEqual(lines.map((line) => "error" in line), [false, true, false, true, true, true, true, true, true, false]);
  assert.deepEqual(lines[0].visible, ["stars", "why", "again"]);
  assert.match(lines[6].error, /^\/actions\/0\/do: /);
  assert.match(lines[9].state, /completed/);
});

test("a batch with a faulty definition runs on, and its status tells of it", () => {
  const faulty = { elements: [{ type: "hologram", name: "a" }, { type: "text", name: "b" }] };
  const { status, lines, stderr } = canvass(["run", "--batch"], jsonLines([{ definition: faulty }]));
  assert.equal(status, 1);
  assert.deepEqual(lines[0].visible, ["b"]);
  assert.match(stderr, /line 1: \/definition\/elements\/0/);
});

test("the options of a batch stand for what a line does not say", () => {
  const definition = { calculatedValues: [{ name: "year", expression: "getYear(today())" }],
    elements: [{ type: "text", name: "a", title: { default: "One", de: "Eins" } }] };
  const { lines } = canvass(["run", "--batch", "--locale", "de", "--now", "2001-02-03T00:00:00Z", "--seed", "3"],
    jsonLines([{ definition }, { definition, locale: "en", now: "2002-02-03T00:00:00Z" }]));
  assert.deepEqual(lines.map(({ titles }) => titles.a), ["Eins", "One"]);
  assert.deepEqual(lines.map(({ calculated }) => calculated.year), [2001, 2002]);
});
