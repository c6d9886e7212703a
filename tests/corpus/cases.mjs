// The cases of cases/*.json: a definition, actions and what must be true of the state after each one. `expect`
// names the members that matter; each is compared in full. `faulty`: the definition has faults on purpose.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, parse } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
export const seed = 7;
const program = process.env.CANVASS_CLI ?? join(root, "build/bin/canvass");
const folder = join(root, "tests/corpus/cases");

export const cases = readdirSync(folder).sort().map((file) => ({
  name: parse(file).name, now: "2026-11-22T18:22:00Z", locale: "",
  ...JSON.parse(readFileSync(join(folder, file), "utf8")),
}));

function canvass(words, input) {
  const { status, stdout, stderr, error } = spawnSync(program, words, { input, encoding: "utf8" });
  if (error) throw error;
  return { status, stderr, lines: stdout.split("\n").slice(0, -1) };
}

// A state for each action and the response at completion, as lines of text.
export function run({ definition, steps, locale, now }) {
  const temporary = mkdtempSync(join(tmpdir(), "canvass-corpus-"));
  const path = join(temporary, "definition.json");
  writeFileSync(path, JSON.stringify(definition));
  const actions = steps.map(({ action }) => JSON.stringify(action) + "\n").join("");
  try {
    return canvass(["run", path, "--actions", "-", "--locale", locale, "--now", now, "--seed", String(seed)], actions);
  } finally {
    rmSync(temporary, { recursive: true });
  }
}

// The last state of every case, a line each.
export function runBatch() {
  const requests = cases.map(({ definition, steps, locale, now }) =>
    JSON.stringify({ definition, actions: steps.map(({ action }) => action), locale, now, seed }) + "\n");
  return canvass(["run", "--batch"], requests.join(""));
}
