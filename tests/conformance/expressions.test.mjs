import assert from "node:assert/strict";
import { test } from "node:test";
import { compare, findProgramme } from "./expressions.mjs";

const count = 5_000;

test(`${count} random expressions give what survey-core gives`, (context) => {
  const programme = findProgramme();
  if (!programme) return context.skip("build/bin/canvass is missing");
  const { passed, failed } = compare(programme, count, 1, (line) => context.diagnostic(line));
  context.diagnostic(`${passed} passed, ${failed} failed`);
  assert.equal(failed, 0);
});
