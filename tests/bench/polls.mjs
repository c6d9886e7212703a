// A million ballots: each count beside its aim, and beside a plain loop that only reads the ballots' memory, which is
// the limit. Native, in wasm as the page has it (no SIMD), and in wasm with SIMD. The best of three turns counts.
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const node = [process.execPath, "--no-experimental-fetch"];
const programs = {
  native: [join(root, "build/native/bench/polls")],
  wasm: [...node, join(root, "build/wasm/bench/polls.cjs")],
  simd: [...node, join(root, "build/wasm/bench/polls_simd.cjs")],
};
const lines = [
  ["read_10", "read a million ballots of 10"],
  ["plurality", "plurality of 10", 5, 8],
  ["approval", "approval of 10", 10, 40],
  ["irv", "instant runoff of 10", 100, 120],
  ["read_20", "read a million ballots of 20"],
  ["pairwise", "duels of 20 and Schulze", 40, 100],
  ["one_ballot", "one more ballot, every Condorcet result of 20", 0.1, undefined],
];

const best = { native: {}, wasm: {}, simd: {} };
for (let turn = 0; turn < 3; turn++) {
  for (const [name, program] of Object.entries(programs)) {
    if (!existsSync(program.at(-1))) continue;
    const [file, ...options] = program;
    for (const [figure, value] of Object.entries(JSON.parse(execFileSync(file, options, { encoding: "utf8" })))) {
      best[name][figure] = Math.min(best[name][figure] ?? Infinity, value);
    }
  }
}

const amount = (value) => (value === undefined ? "–" : `${value.toPrecision(3)} ms`);
const row = (cells) => console.log(cells.map((cell, at) => (at ? String(cell).padStart(12) : cell.padEnd(48))).join(""));
row(["", "native", "aim", "wasm SIMD", "aim", "wasm"]);
for (const [name, what, native, wasm] of lines) {
  row([what, amount(best.native[name]), amount(native), amount(best.simd[name]), amount(wasm), amount(best.wasm[name])]);
}
