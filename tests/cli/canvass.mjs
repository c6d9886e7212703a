// Runs the command line and gives what it said.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
export const program = process.env.CANVASS_CLI ?? join(root, "build/bin/canvass");

export function canvass(words, input = "") {
  const { status, signal, stdout, stderr, error } = spawnSync(program, words, {
    input, encoding: "utf8", maxBuffer: 1 << 28, timeout: 60_000,
  });
  // A program may end before it has read its input; what it said counts all the same.
  if (error && error.code !== "EPIPE") throw error;
  return {
    status: status ?? signal, stdout, stderr,
    get lines() { return stdout.split("\n").slice(0, -1).map((line) => JSON.parse(line)); },
  };
}

export const jsonLines = (values) => values.map((value) => JSON.stringify(value) + "\n").join("");

// Calls back with a function that writes a file into a folder that is gone afterwards.
export function withFiles(use) {
  const folder = mkdtempSync(join(tmpdir(), "canvass-cli-"));
  try {
    return use((name, content) => {
      const path = join(folder, name);
      writeFileSync(path, typeof content === "string" || Buffer.isBuffer(content) ? content : JSON.stringify(content));
      return path;
    }, folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
