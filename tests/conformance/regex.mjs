// Random regular expressions, asked of Node's RegExp and of a regex validator run by `canvass run`; the two agree.
//   node tests/conformance/regex.mjs [COUNT] [SEED]
// Prints each disagreement and last `N passed, M failed`. The programme is build/bin/canvass or CANVASS_BIN.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { randomFrom } from "./expression_grammar.mjs";
import { findProgramme } from "./expressions.mjs";
import { randomPattern, randomText } from "./regex_grammar.mjs";

const textsForEach = 5;
const casesAtOnce = 2_000;

function randomCases(random, count) {
  const cases = [];
  while (cases.length < count) {
    const pattern = randomPattern(random);
    const caseInsensitive = random.chance(0.4);
    let regex;
    try {
      regex = new RegExp(pattern, caseInsensitive ? "i" : "");
    } catch {
      cases.push({ pattern, caseInsensitive, text: "x", theirs: "refused" });
      continue;
    }
    for (let at = 0; at < textsForEach; ++at) {
      const text = randomText(random, pattern);
      // An answer of nothing but blanks is checked like any other; only an empty one is not.
      cases.push({ pattern, caseInsensitive, text, theirs: regex.test(text) });
    }
  }
  return cases;
}

// One question for each case. A regular expression that is refused is a diagnostic, and checks nothing.
function askCanvass(programme, cases) {
  const folder = mkdtempSync(join(tmpdir(), "canvass-regex-"));
  try {
    const elements = cases.map(({ pattern, caseInsensitive }, at) => ({
      type: "text", name: `q${at}`, validators: [{ type: "regex", regex: pattern, caseInsensitive, text: "no" }],
    }));
    const actions = [...cases.map(({ text }, at) => ({ do: "set", name: `q${at}`, value: text })), { do: "complete" }];
    const definition = { elements };
    writeFileSync(join(folder, "survey.json"), JSON.stringify(definition));
    const options = { encoding: "utf8", maxBuffer: 2 ** 30 };
    const check = spawnSync(programme, ["check", join(folder, "survey.json")], options);
    const refused = new Set([...check.stdout.matchAll(/"pointer":\s*"\/elements\/(\d+)\/validators\/0\/regex"/g)]
      .map((match) => Number(match[1])));
    const input = JSON.stringify({ definition, actions }) + "\n";
    const errors = JSON.parse(spawnSync(programme, ["run", "--batch"], { ...options, input }).stdout).errors ?? {};
    return cases.map((_each, at) => (refused.has(at) ? "refused" : !(`q${at}` in errors)));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export function compare(programme, count, seed, report = console.log) {
  const random = randomFrom(seed);
  let passed = 0, failed = 0;
  for (let done = 0; done < count; done += casesAtOnce) {
    const cases = randomCases(random, Math.min(casesAtOnce, count - done));
    const answers = askCanvass(programme, cases);
    cases.forEach((each, at) => {
      if (answers[at] === each.theirs) return ++passed;
      ++failed;
      report(`${JSON.stringify(each)}: ${answers[at]} here`);
    });
  }
  return { passed, failed };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { passed, failed } = compare(findProgramme(), Number(process.argv[2] ?? 100_000), Number(process.argv[3] ?? 1));
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed ? 1 : 0;
}
