import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { test } from "node:test";
import { canvass, jsonLines, program as path, withFiles } from "./canvass.mjs";

test("every line in gives one line out, in order, whatever is in it", () => {
  const { status, lines, stdout } = canvass(["eval"], [
    '{"expression": "{a} + 1", "values": {"a": 2}}',
    "nonsense",
    "",
    '{"expression": "{a} >"}',
    '{"expression": 7}',
    "[]",
    '{"expression": "{a}", "values": []}',
    '{"expression": "{a}", "values": {"a": {"b": [1, "x", null]}}}',
    '{"expression": "{nothing}", "values": null}',
    '{"expression": "1 = 1"}',
  ].join("\r\n"));
  assert.equal(status, 1);
  assert.deepEqual(lines.map((line) => ("value" in line ? line.value : Object.keys(line)[0])), [
    3, "error", "error", "error", "error", "error", "error", { b: [1, "x", null] }, null, true,
  ]);
  assert.ok(stdout.endsWith("\n"));
  for (const { error } of lines.filter((line) => "error" in line)) assert.equal(typeof error, "string");
});

test("lines without faults leave the status at 0, and no lines give none", () => {
  assert.equal(canvass(["eval"], jsonLines([{ expression: "1" }, { expression: "'a'" }])).status, 0);
  assert.deepEqual(canvass(["eval"], ""), { status: 0, stdout: "", stderr: "", lines: [] });
});

test("the time is an argument or a member of the line, and dates are ISO texts", () => {
  const values = (words, line) => canvass(["eval", ...words], jsonLines([line])).lines[0].value;
  const today = { expression: "today()" };
  assert.equal(values(["--now", "2026-11-22T18:22:00Z"], today), "2026-11-22T00:00:00.000Z");
  assert.equal(values(["--now=1795371720000"], today), "2026-11-22T00:00:00.000Z");
  assert.equal(values(["--now", "2026-11-22"], { ...today, now: "2027-01-02" }), "2027-01-02T00:00:00.000Z");
  assert.equal(values([], { ...today, now: 0 }), "1970-01-01T00:00:00.000Z");
});

test("a line past the limit is refused and the next one is read", () => {
  const { lines } = canvass(["eval"], `{"expression": "1", "values": {"a": "${"x".repeat(5 << 20)}"}}\n{"expression": "2"}\n`);
  assert.equal(lines.length, 2);
  assert.match(lines[0].error, /too large/);
  assert.equal(lines[1].value, 2);
});

test("expressions may come from a file", () =>
  withFiles((write) => assert.equal(canvass(["eval", write("lines", '{"expression": "2 * 3"}')]).lines[0].value, 6)));

test("each answer is there before the next line is written", async () => {
  const program = spawn(path, ["eval"]);
  const answer = () => new Promise((resolve) => program.stdout.once("data", (data) => resolve(JSON.parse(data))));
  for (const number of [1, 2, 3]) {
    program.stdin.write(JSON.stringify({ expression: `${number} + 1` }) + "\n");
    assert.deepEqual(await answer(), { value: number + 1 });
  }
  program.stdin.end();
  assert.equal(await new Promise((resolve) => program.on("exit", resolve)), 0);
});
