// Every score, part, level and segment of a simulated community: the same bytes natively and in wasm.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { root } from "./cases.mjs";

// Through a file: Node ends Emscripten's program before a full pipe is read.
function output(program, ...words) {
  const folder = mkdtempSync(join(tmpdir(), "canvass-scores-"));
  try {
    const file = openSync(join(folder, "out"), "w");
    execFileSync(program, words, { stdio: ["ignore", file, "inherit"] });
    closeSync(file);
    return readFileSync(join(folder, "out"), "utf8");
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test("scores are the same natively and in wasm, byte for byte", () => {
  const native = output(join(root, "build/native/corpus/scores"));
  // Emscripten's start-up takes a global fetch for a browser's.
  const wasm = output(process.execPath, "--no-experimental-fetch", join(root, "build/wasm/corpus/scores.cjs"));
  assert.equal(wasm, native);
  const report = JSON.parse(native);
  assert.ok(report.members.length > 300);
  assert.ok(report.segments.atRisk.length > 0);
  // What any machine has counted since the first: a change here is a change of what scores mean.
  assert.equal(report.fingerprint, "eda7172f7fe96fdf1f5e64303cbc4377d0c7deefc927fc9f8ba996e8031959a0");
});
