// The engine beside survey-core, in one run: native, and in wasm as the page has it (the same flags, in Node). Prints
// how many times faster (or smaller) ours is, with the aim. Each side's best of three turns counts.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
// Emscripten's start-up takes a global fetch for a browser's.
const programs = {
  native: [join(root, "build/native/bench/engine")],
  wasm: [process.execPath, "--no-experimental-fetch", join(root, "build/wasm/bench/engine.cjs")],
};
const lines = [
  ["evaluate", "evaluate 20 typical expressions", 25, 10],
  ["parse", "parse them", 25, 10],
  ["load", "load 1,000 questions with conditions", 60, 30],
  ["alone", "one answer, nothing depends on it (1,000 questions)", 5000, 2000],
  ["dependent", "one answer on which 1,000 conditions depend", 150, 70],
  ["dependent_view", "the same, and all 1,000 questions shown anew", undefined, undefined],
  ["memory", "memory per 1,000 questions", 8, 8],
];

const run = ([program, ...options]) => JSON.parse(execFileSync(program, options, { maxBuffer: 1 << 26 }));
const keepLeast = (best, figures) => {
  for (const name of Object.keys(figures)) best[name] = Math.min(best[name] ?? Infinity, figures[name]);
};

const folder = mkdtempSync(join(tmpdir(), "canvass-bench-"));
const best = { native: {}, wasm: {}, survey: {} };
try {
  const cases = join(folder, "cases.json");
  for (let turn = 0; turn < 3; turn++) {
    for (const [name, program] of Object.entries(programs)) {
      if (!existsSync(program.at(-1))) continue;
      const output = run(program);
      keepLeast(best[name], output.figures);
      writeFileSync(cases, JSON.stringify(output));
    }
    keepLeast(best.survey, run([process.execPath, "--expose-gc", join(root, "tests/bench/support/survey_core.mjs"), cases]));
  }
} finally {
  rmSync(folder, { recursive: true });
}

const amount = (name, value) =>
  value === undefined ? "–" : name === "memory" ? `${(value / 1e6).toFixed(2)} MB` : `${(value * 1e6).toPrecision(3)} µs`;
const ratio = (theirs, ours) => (ours === undefined ? "–" : `${(theirs / ours).toPrecision(3)}×`);
const row = (cells) => console.log(cells.map((cell, at) => (at ? String(cell).padStart(13) : String(cell).padEnd(53))).join(""));

row(["", "survey-core", "native", "wasm", "native", "aim", "wasm", "aim"]);
for (const [name, what, native, wasm] of lines) {
  const theirs = best.survey[name];
  row([what, amount(name, theirs), amount(name, best.native[name]), amount(name, best.wasm[name]),
    ratio(theirs, best.native[name]), native ?? "", ratio(theirs, best.wasm[name]), wasm ?? ""]);
}
