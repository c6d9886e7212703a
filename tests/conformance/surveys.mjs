// Random surveys and random actions, given to survey-core and to `canvass run`; after each action the two must agree.
//   node tests/conformance/surveys.mjs [--count N] [--seed S] [--kinds a,b] [--features a,b] [--without a,b] [--facets a,b]
//                                      [--show N] [--case SEED]
// Each disagreement is cut down to a small definition and a short sequence and printed. Last: `N passed, M failed`.
// The programme is build/bin/canvass or CANVASS_BIN.
import { spawnSync } from "node:child_process";
import { pathToFileURL } from "node:url";
import { findProgramme } from "./expressions.mjs";
import { acceptedDifferences } from "./survey_differences.mjs";
import { features, kinds, surveyCase } from "./survey_generator.mjs";
import { askOracle, now } from "./survey_oracle.mjs";

const linesAtOnce = 250;
export const facets = ["state", "page", "visible", "data", "errors", "calculated", "titles", "choices", "readOnly", "required", "number"];
const ofElements = new Set(["choices", "readOnly", "required", "number"]);

// One answer a case: its states, or {error}.
function askCanvass(programme, cases) {
  const input = cases.map((each) => JSON.stringify({ ...each, now, seed: 1, every: true }) + "\n").join("");
  const { stdout, stderr, error, status } = spawnSync(programme, ["run", "--batch"], { input, maxBuffer: 2 ** 30, encoding: "utf8" });
  const lines = (stdout ?? "").split("\n").filter(Boolean);
  if (error || lines.length !== cases.length) {
    if (cases.length > 1) return cases.flatMap((each) => askCanvass(programme, [each]));
    return [{ error: `ended with ${status ?? error}: ${stderr}` }];
  }
  return lines.map((line) => JSON.parse(line));
}

// Members by name, numbers as JSON has them.
const sorted = (value) => JSON.stringify(value, (_key, each) =>
  each && typeof each === "object" && !Array.isArray(each) ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1))) : each);

function parts(state, facet, others) {
  if (!ofElements.has(facet)) {
    const whole = state[facet];
    if (facet === "titles") return Object.fromEntries(Object.entries(whole).filter(([name]) => name in others.titles));
    return whole !== null && typeof whole === "object" && !Array.isArray(whole) ? whole : { "": whole };
  }
  const shown = Array.isArray(state.shown) ? Object.fromEntries(state.shown.map((each) => [each.name, each])) : state.shown;
  const both = Array.isArray(others.shown) ? new Set(others.shown.map(({ name }) => name)) : new Set(Object.keys(others.shown));
  return Object.fromEntries(Object.entries(shown).filter(([name, each]) => both.has(name) && each[facet] != null).map(([name, each]) => [name, each[facet]]));
}

// A question that is read-only shows its choices disabled here.
const disabled = ([value, text]) => [value, text, false];
const isReadOnly = (state, name) => state.shown[name].readOnly;

// Nothing: a calculated value that became empty stays in the data there, as null.
const isEmpty = (value) => value == null || value === "" || (Array.isArray(value) && value.length === 0);

// The first thing that differs, or nothing: { step, facet, name, ours, theirs }; `accepted` counts what may differ.
function difference({ definition, actions }, ours, theirs, wanted, accepted) {
  if (ours.error) return { step: 0, facet: "error", name: "", ours: ours.error, theirs: "" };
  for (let step = 0; step < theirs.states.length; step++) {
    const over = ours.states[step].state === "completed" && theirs.states[step].state === "completed";
    for (const facet of wanted) {
      if (over && (facet === "page" || facet === "visible")) continue;  // nobody sees them
      const a = parts(ours.states[step], facet, theirs.states[step]), b = parts(theirs.states[step], facet, ours.states[step]);
      for (const name of new Set([...Object.keys(a), ...Object.keys(b)])) {
        if (facet === "choices" && (!(name in a) || !(name in b))) continue;  // not a question with choices there
        if (sorted(a[name]) === sorted(b[name]) || ((facet === "calculated" || facet === "data") && isEmpty(a[name]) && isEmpty(b[name]))) continue;
        if (facet === "choices" && isReadOnly(theirs.states[step], name) && sorted(a[name]) === sorted(b[name].map(disabled))) continue;
        const found = { step, facet, name, ours: a[name], theirs: b[name] };
        const allowed = acceptedDifferences.findIndex(({ applies }) => applies({ definition, actions: actions.slice(0, step), action: actions[step - 1], states: [ours.states[step].state, theirs.states[step].state], ...found }));
        if (allowed < 0) return found;
        accepted[allowed]++;
        if (facet === "data" || facet === "state" || facet === "page" || facet === "visible") return undefined;  // what follows differs, too
      }
    }
  }
  return undefined;
}

const withoutOne = (list, at) => [...list.slice(0, at), ...list.slice(at + 1)];

// Every way to leave out one thing of a definition, larger ones first.
function* smaller(value, keep = new Set(["type", "name", "pages", "value"])) {
  if (Array.isArray(value)) {
    for (let at = value.length - 1; at >= 0; at--) yield withoutOne(value, at);
    for (let at = 0; at < value.length; at++) for (const less of smaller(value[at])) yield value.map((each, index) => (index === at ? less : each));
  } else if (value !== null && typeof value === "object") {
    if (value.type === "panel" && value.elements) yield* value.elements;
    for (const name of Object.keys(value)) {
      if (keep.has(name)) continue;
      const { [name]: _left, ...rest } = value;
      yield rest;
    }
    for (const name of Object.keys(value)) for (const less of smaller(value[name])) yield { ...value, [name]: less };
  } else if (typeof value === "string" && / (and|or) /.test(value)) {  // a condition
    yield* value.split(/ and | or /);
  }
}

function* smallerCases({ definition, actions }, step) {
  if (step < actions.length) yield { definition, actions: actions.slice(0, step) };
  for (let at = 0; at < actions.length; at++) yield { definition, actions: withoutOne(actions, at) };
  for (const less of smaller(definition)) yield { definition: less, actions };
  for (let at = 0; at < actions.length; at++) {
    if (actions[at].value === undefined) continue;
    for (const less of smaller(actions[at].value, new Set())) yield { definition, actions: actions.map((each, index) => (index === at ? { ...each, value: less } : each)) };
  }
}

// The smallest case found that still differs in the same facet.
function shrink(programme, failing, found, wanted) {
  const accepted = acceptedDifferences.map(() => 0);
  let smallest = failing, last = found;
  for (let again = true; again; ) {
    again = false;
    const candidates = [...smallerCases(smallest, last.step)];
    for (let at = 0; at < candidates.length && !again; at += 60) {
      const some = candidates.slice(at, at + 60);
      const answers = askCanvass(programme, some);
      for (let index = 0; index < some.length; index++) {
        const theirs = askOracle(some[index]);
        if (theirs.throws) continue;
        const difference_ = difference(some[index], answers[index], theirs, wanted, accepted);
        if (difference_?.facet !== last.facet) continue;
        smallest = some[index];
        last = difference_;
        again = true;
        break;
      }
    }
  }
  return { ...smallest, found: last };
}

export function compare(programme, options, report = console.log) {
  const { count, seed, show = Infinity, facets: wanted = facets } = options;
  const sum = { passed: 0, failed: 0, thrown: 0, accepted: acceptedDifferences.map(() => 0) };
  for (let done = 0; done < count; done += linesAtOnce) {
    const seeds = options.one ? [Number(options.one)] : Array.from({ length: Math.min(linesAtOnce, count - done) }, (_, at) => seed * 1_000_003 + done + at);
    const cases = seeds.map((each) => surveyCase(each, options));
    const answers = askCanvass(programme, cases);
    cases.forEach((each, index) => {
      const theirs = askOracle(each);
      if (theirs.throws) sum.thrown++;
      const found = difference(each, answers[index], theirs, wanted, sum.accepted);
      if (!found) return void sum.passed++;
      sum.failed++;
      if (sum.failed > show) return;
      const { definition, actions, found: least } = shrink(programme, each, found, wanted);
      report(`case ${seeds[index]}: ${least.facet}${least.name ? ` of ${least.name}` : ""} after ${least.step} actions\n` +
        `  definition ${JSON.stringify(definition)}\n  actions ${JSON.stringify(actions)}\n` +
        `  ours   ${JSON.stringify(least.ours)}\n  theirs ${JSON.stringify(least.theirs)}`);
    });
  }
  return sum;
}

function optionsOf(words) {
  const option = (name) => (words.includes(name) ? words[words.indexOf(name) + 1] : undefined);
  const without = new Set(option("--without")?.split(",") ?? []);
  const listed = (name, all) => (option(name)?.split(",") ?? all).filter((each) => !without.has(each));
  return {
    count: option("--case") ? 1 : Number(option("--count") ?? 300), seed: Number(option("--seed") ?? 1), show: Number(option("--show") ?? 20),
    kinds: listed("--kinds", kinds), features: listed("--features", features), facets: listed("--facets", facets),
    one: option("--case"),
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const programme = findProgramme();
  if (!programme) {
    console.log("build/bin/canvass is missing: build it first.");
    process.exit(2);
  }
  const sum = compare(programme, optionsOf(process.argv.slice(2)));
  acceptedDifferences.forEach(({ reason }, index) => console.log(`${sum.accepted[index]} accepted: ${reason}`));
  if (sum.thrown) console.log(`${sum.thrown} stopped early: survey-core threw`);
  console.log(`${sum.passed} passed, ${sum.failed} failed`);
  process.exit(sum.failed ? 1 : 0);
}
