// dist/ is the package: what a page needs, and nothing else.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import test from "node:test";

const dist = new URL("../../dist/", import.meta.url);

test("dist holds exactly what a page needs", () => {
  const needed = ["canvass.d.ts", "canvass.js", "canvass.wasm"];
  const found = readdirSync(dist).filter((name) => name !== "locales");
  assert.deepEqual(found.sort(), needed);
});

test("the script needs no eval", () => {
  const script = readFileSync(new URL("canvass.js", dist), "utf8");
  assert.doesNotMatch(script, /\beval\(|new Function\(/);
});
