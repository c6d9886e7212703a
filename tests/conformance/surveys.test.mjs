import assert from "node:assert/strict";
import { test } from "node:test";
import { findProgramme } from "./expressions.mjs";
import { compare } from "./surveys.mjs";

const count = 300;
const kinds = ["text", "comment", "radiogroup", "checkbox", "dropdown", "boolean", "expression"];
const features = ["visibleIf", "enableIf", "requiredIf", "required", "piping", "panels", "variables", "calculated", "comments", "items"];

test(`${count} random surveys under random actions show what survey-core shows`, (context) => {
  const programme = findProgramme();
  if (!programme) return context.skip("build/bin/canvass is missing");
  const { passed, failed } = compare(programme, { count, seed: 1, show: 5, kinds, features }, (line) => context.diagnostic(line));
  context.diagnostic(`${passed} passed, ${failed} failed`);
  assert.equal(failed, 0);
});
