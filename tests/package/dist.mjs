// dist/ is the package: what a page needs, and nothing else.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import test from "node:test";

const dist = new URL("../../dist/", import.meta.url);
const assets = new URL("../../assets/", import.meta.url);

test("dist holds exactly what a page needs", () => {
  const locales = readdirSync(new URL("locales/", assets), { recursive: true }).map((name) => `locales/${name}`);
  const needed = ["canvass.d.ts", "canvass-polls.wasm", "canvass.js", "canvass.wasm", "choices.js", "embed.js", "engagement.js", "locales", "themes.css", ...locales];
  assert.deepEqual(readdirSync(dist, { recursive: true }).sort(), needed.sort());
  for (const file of locales.filter((name) => name.endsWith(".json"))) {
    assert.equal(readFileSync(new URL(file, dist), "utf8"), readFileSync(new URL(file, assets), "utf8"));
  }
});

test("the interface, a member's card and embeds say the same things in the same languages", () => {
  const languages = (folder) => readdirSync(new URL(`locales/${folder}`, assets)).filter((name) => name.endsWith(".json")).sort();
  assert.ok(languages("").length >= 20);
  for (const folder of ["", "member/", "embed/"]) {
    const words = (name) => JSON.parse(readFileSync(new URL(`locales/${folder}${name}`, assets), "utf8"));
    const english = words("en.json");
    const places = (text) => [...new Set(text.match(/\{\d\}/g))].sort();
    assert.deepEqual(languages(folder), languages(""), folder);
    for (const name of languages(folder)) {
      assert.deepEqual(Object.keys(words(name)).sort(), Object.keys(english).sort(), folder + name);
      for (const [key, text] of Object.entries(words(name))) assert.deepEqual(places(text), places(english[key]), `${folder}${name}: ${key}`);
    }
  }
});

test("the script needs no eval", () => {
  const script = readFileSync(new URL("canvass.js", dist), "utf8");
  assert.doesNotMatch(script, /\beval\(|new Function\(/);
});
