// What scoring costs natively and in wasm, with the aims, and how well it finds whom it is for. Best of three runs.
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const programs = {
  native: [join(root, "build/native/bench/engagement")],
  wasm: [process.execPath, "--no-experimental-fetch", join(root, "build/wasm/bench/engagement.cjs")],
};
const runs = {};
for (const [name, [program, ...options]] of Object.entries(programs)) {
  if (!existsSync(options.at(-1) ?? program)) continue;
  for (let turn = 0; turn < 3; turn++) {
    const figures = JSON.parse(execFileSync(program, options));
    const best = (runs[name] ??= figures);
    for (const speed of ["eventsPerSecondFive", "eventsPerSecondCanvass"]) best[speed] = Math.max(best[speed], figures[speed]);
    for (const cost of ["leaderboardMicroseconds", "standingMicroseconds"]) best[cost] = Math.min(best[cost], figures[cost]);
  }
}
const aims = { native: { rate: 5e6, bytes: 400 }, wasm: { rate: 1e6, bytes: 400 } };
for (const [name, run] of Object.entries(runs)) {
  const million = (rate) => `${(rate / 1e6).toFixed(2)} million events/s`;
  console.log(`${name}: ${run.events} events of 10,000 members over two years`);
  console.log(`  five types: ${million(run.eventsPerSecondFive)} (aim ${aims[name].rate / 1e6}), ${Math.round(run.bytesPerMemberFive)} bytes a member (aim ${aims[name].bytes})`);
  console.log(`  beside them ${Math.round(run.bytesPerName)} bytes a name, ${Math.round(run.bytesPerEvent)} an event`);
  console.log(`  twelve types with daily limits: ${million(run.eventsPerSecondCanvass)}`);
  console.log(`  leaderboard ${run.leaderboardMicroseconds.toFixed(2)} µs an event, a member explained ${run.standingMicroseconds.toFixed(1)} µs`);
}
const { native, wasm } = runs;
for (const kind of ["fading", "newcomers", "carriers"]) {
  const { precision, recall, f1, windowF1, monthlyF1 } = (native ?? wasm)[kind];
  console.log(`${kind}: precision ${precision.toFixed(2)}, recall ${recall.toFixed(2)}, F1 ${f1.toFixed(2)} (30-day window ${windowF1.toFixed(2)}, monthly × 0.9 ${monthlyF1.toFixed(2)}, each at its best threshold)`);
}
if (native && wasm && native.fingerprint !== wasm.fingerprint) process.exitCode = 1;
if (native && wasm) console.log(`fingerprints ${native.fingerprint === wasm.fingerprint ? "agree" : "DIFFER"} between native and wasm`);
