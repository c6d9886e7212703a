import assert from "node:assert/strict";
import { test } from "node:test";
import { findProgramme } from "./expressions.mjs";
import { compare } from "./regex.mjs";

const count = 4_000;

test(`${count} random regular expressions match what Node's do`, (context) => {
  const programme = findProgramme();
  if (!programme) return context.skip("build/bin/canvass is missing");
  const { passed, failed } = compare(programme, count, 1, (line) => context.diagnostic(line));
  context.diagnostic(`${passed} passed, ${failed} failed`);
  assert.equal(failed, 0);
});
