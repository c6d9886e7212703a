import assert from "node:assert/strict";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { canvass } from "./canvass.mjs";

const events = [
  { id: "1", member: "ann", type: "posted", at: "2026-10-28T00:00:00Z" },
  { id: "2", member: "bob", type: "replied", at: "2026-11-27T00:00:00Z", subject: "ann" },
  { id: "3", member: "cyd", type: "seen", at: "2026-11-26T23:30:00-05:00" },
];
const jsonl = (list) => list.map((event) => JSON.stringify(event)).join("\n");
const score = (list, ...words) => canvass(["score", "--at", "2026-11-27T12:00:00Z", ...words], jsonl(list));

test("score prints who stands where, what earned it and what it will be worth next week", () => {
  const { status, lines: [report], stderr } = score(events);
  assert.equal(status, 0);
  assert.equal(stderr, "");
  assert.deepEqual(report.members.map(({ member }) => member), ["bob", "ann", "cyd"]);
  const ann = report.members[1];
  // Four points, 30.5 days ago, halved every 30; a week later by 7 / 30 more.
  assert.ok(Math.abs(ann.score - 4 * 2 ** (-30.5 / 30)) < 2e-6);
  assert.ok(Math.abs(ann.nextWeek - 4 * 2 ** (-37.5 / 30)) < 2e-6);
  assert.deepEqual(ann.parts.replied, { score: 0, nextWeek: 0, count: 0, received: 1 });
  assert.equal(ann.welcomed, true);
  assert.deepEqual(report.segments.newcomersToWelcome, ["bob", "cyd"]);
  assert.deepEqual(report.segments.carriers, ["bob"]);
  assert.equal(report.segments.active.month, 2);
});

test("the same events in another order, repeated and undone give the same bytes", () => {
  const straight = score(events).lines[0];
  const other = [events[2], { undo: "9" }, events[1], events[1], { ...events[0], id: "9" }, events[0]];
  assert.deepEqual(score(other).lines[0], straight);
});

test("what happened after the time that is asked about is not in it", () => {
  const later = { id: "4", member: "dan", type: "posted", at: "2026-11-27T12:00:01Z" };
  assert.equal(score([...events, later]).lines[0].fingerprint, score(events).lines[0].fingerprint);
});

test("a member who opted out is in no score and no segment", () => {
  const { lines: [report] } = score([...events, { optOut: "ann" }]);
  assert.equal(report.members.length, 2);
  assert.ok(!JSON.stringify(report).includes("ann"));
});

test("a faulty line is named and the others are counted", () => {
  const { status, lines: [report], stderr } = score([events[0], { id: "x", member: "m", type: "postd", at: "soon" }]);
  assert.equal(status, 1);
  assert.match(stderr, /line 2: \/type: .*perhaps “posted” is meant/);
  assert.match(stderr, /line 2: \/at: /);
  assert.equal(report.members.length, 1);
});

test("a model comes by name or from a file, and its faults are named", () => {
  assert.equal(score(events.slice(2), "--model", "orbit").lines[0].model, "orbit");
  const folder = mkdtempSync(join(tmpdir(), "canvass-"));
  const own = join(folder, "own.json"), wrong = join(folder, "wrong.json");
  writeFileSync(own, JSON.stringify({ extends: "canvass", name: "own", types: { seen: { weight: 7 } } }));
  writeFileSync(wrong, JSON.stringify({ types: { a: { weigth: 1 } } }));
  assert.equal(score(events.slice(2), "--model", own).lines[0].members[0].parts.seen.count, 1);
  const { status, stderr } = score(events, "--model", wrong);
  assert.equal(status, 1);
  assert.match(stderr, /\/types\/a\/weigth: .*perhaps “weight” is meant/);
});

test("times and files that cannot be are refused", () => {
  assert.equal(canvass(["score", "--at", "then"], "").status, 2);
  assert.equal(canvass(["score", "--at", "2150-01-01"], "").status, 2);
  assert.equal(canvass(["score", "no such file"], "").status, 1);
});
