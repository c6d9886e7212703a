// dist/ is the package: what a page needs, and nothing else.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import test from "node:test";

const dist = new URL("../../dist/", import.meta.url);
const assets = new URL("../../assets/", import.meta.url);

test("dist holds exactly what a page needs", () => {
  const locales = readdirSync(new URL("locales/", assets)).map((name) => `locales/${name}`);
  const needed = ["canvass.d.ts", "canvass.js", "canvass.wasm", "locales", ...locales];
  assert.deepEqual(readdirSync(dist, { recursive: true }).sort(), needed.sort());
  for (const file of locales) {
    assert.equal(readFileSync(new URL(file, dist), "utf8"), readFileSync(new URL(file, assets), "utf8"));
  }
});

test("the script needs no eval", () => {
  const script = readFileSync(new URL("canvass.js", dist), "utf8");
  assert.doesNotMatch(script, /\beval\(|new Function\(/);
});
