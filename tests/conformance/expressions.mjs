// Random expressions with random values, asked of survey-core and of `canvass eval`; the two must agree.
//   node tests/conformance/expressions.mjs [COUNT] [SEED]
// Prints each disagreement and last `N passed, M failed`. The programme is build/bin/canvass or CANVASS_BIN.
process.env.TZ = "UTC";
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { expressionCase, randomFrom } from "./expression_grammar.mjs";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const now = "2026-11-22T17:40:00.000Z";
const linesAtOnce = 5_000;

// Where the two may differ. `what`: "error" when survey-core throws or exactly one of the two refuses to parse.
const acceptedDifferences = [
  {
    reason: "survey-core throws a TypeError (null as an argument or item, a sum that has become a text): null here",
    applies: ({ theirs }) => theirs.throws !== undefined,
  },
  {
    reason: "the last bits of a power: V8 and the C library round Math.pow differently",
    applies: ({ expression, ours, theirs }) => /\^|power|round/i.test(expression) && areClose(ours.value, theirs.value),
  },
];

function areClose(a, b) {
  if (typeof a === "number" && typeof b === "number") return Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));
  const shortened = (value) => JSON.stringify(value)?.replace(/(\d\.\d{9})\d*/g, "$1");
  return shortened(a) === shortened(b);
}

const plain = (value) => (value === undefined ? null : JSON.parse(JSON.stringify(value)));

function loadOracle() {
  const survey = createRequire(join(root, "package.json"))("survey-core");
  console.warn = () => {};  // one for each expression that does not parse
  survey.settings.onDateCreated = (date, _reason, value) => (value ? date : new Date(now));
  return ({ expression, values }) => {
    if (!new survey.ConditionsParser().parseExpression(expression)) return { error: true };
    try {
      return { value: plain(new survey.ExpressionRunner(expression).runValues(plain(values), {})) };
    } catch (error) {
      return { throws: String(error.message) };
    }
  };
}

function askCanvass(programme, cases) {
  const input = cases.map((each) => JSON.stringify({ ...each, now }) + "\n").join("");
  const { stdout, stderr, error } = spawnSync(programme, ["eval"], { input, maxBuffer: 2 ** 30, encoding: "utf8" });
  const answers = (stdout ?? "").trim().split("\n").map((line) => JSON.parse(line || "{}"));
  if (error || answers.length !== cases.length) {
    throw new Error(`${programme}: ${answers.length} answers to ${cases.length} lines. ${error ?? stderr}`);
  }
  return answers;
}

function agree(ours, theirs) {
  if (theirs.throws !== undefined) return false;
  if (theirs.error || ours.error) return Boolean(theirs.error) === Boolean(ours.error);
  return sorted(ours.value) === sorted(theirs.value);
}

// JSON with members by name: survey-core lists keys that look like numbers first.
function sorted(value) {
  return JSON.stringify(value, (_key, each) =>
    each && typeof each === "object" && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
}

export function findProgramme() {
  const places = [process.env.CANVASS_BIN, join(root, "build/bin/canvass"), join(root, "build/test/bin/canvass")];
  return places.find((place) => place && existsSync(place));
}

export function compare(programme, count, seed, report = console.log) {
  const oracle = loadOracle();
  const random = randomFrom(seed);
  const sum = { passed: 0, failed: 0, accepted: acceptedDifferences.map(() => 0) };
  for (let done = 0; done < count; done += linesAtOnce) {
    const cases = Array.from({ length: Math.min(linesAtOnce, count - done) }, () => expressionCase(random));
    const answers = askCanvass(programme, cases);
    cases.forEach((each, index) => {
      const ours = answers[index], theirs = oracle(each);
      if (agree(ours, theirs)) return void sum.passed++;
      const accepted = acceptedDifferences.findIndex(({ applies }) => applies({ ...each, ours, theirs }));
      if (accepted >= 0) return void sum.accepted[accepted]++;
      sum.failed++;
      report(JSON.stringify({ ...each, ours: ours.error ? { error: true } : ours, theirs }));
    });
  }
  return sum;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const count = Number(process.argv[2] ?? 5_000), seed = Number(process.argv[3] ?? 1);
  const programme = findProgramme();
  if (!programme) {
    console.error("build/bin/canvass is missing: build it first.");
    process.exit(2);
  }
  const sum = compare(programme, count, seed);
  acceptedDifferences.forEach(({ reason }, index) => console.log(`${sum.accepted[index]} accepted: ${reason}`));
  console.log(`${sum.passed} passed, ${sum.failed} failed`);
  process.exit(sum.failed ? 1 : 0);
}
