import assert from "node:assert/strict";
import { test } from "node:test";
import { findProgramme } from "./expressions.mjs";
import { features as everyFeature, kinds as everyKind } from "./survey_generator.mjs";
import { compare } from "./surveys.mjs";

const count = 300, everything = 300, floor = 299;
const kinds = ["text", "comment", "radiogroup", "checkbox", "dropdown", "boolean", "expression"];
const features = ["visibleIf", "enableIf", "requiredIf", "required", "piping", "panels", "variables", "calculated", "comments", "items"];

test(`${count} random surveys under random actions show what survey-core shows`, (context) => {
  const programme = findProgramme();
  if (!programme) return context.skip("build/bin/canvass is missing");
  const { passed, failed } = compare(programme, { count, seed: 1, show: 5, kinds, features }, (line) => context.diagnostic(line));
  context.diagnostic(`${passed} passed, ${failed} failed`);
  assert.equal(failed, 0);
});

// Everything the generator knows. What is left lies in corners (rules that set each other off when the survey opens,
// cells that are set from outside in another form than theirs); the floor is what agrees today.
test("random surveys of every kind under every action", (context) => {
  const programme = findProgramme();
  if (!programme) return context.skip("build/bin/canvass is missing");
  const { passed, failed } = compare(programme, { count: everything, seed: 2, show: 0, kinds: everyKind, features: everyFeature });
  context.diagnostic(`${passed} passed, ${failed} failed`);
  assert.ok(passed >= floor, `${passed} of ${everything} agree, ${floor} must`);
});
