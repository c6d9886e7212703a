// The byte gate: what a page downloads before the first question shows, compressed as servers do.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import test from "node:test";
import { brotliCompressSync, constants } from "node:zlib";

const dist = new URL("../../dist/", import.meta.url);
// The whole engine; with every view it is to be below 150,000.
const gate = 171_000;
const aim = 120_000;

// A style sheet counts where there is one; today the style is inside the script.
const files = ["canvass.wasm", "canvass.js", "canvass.css"];

function measure(name) {
  const bytes = readFileSync(new URL(name, dist));
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22 };
  return { name, plain: bytes.length, packed: brotliCompressSync(bytes, { params }).length };
}

test("wasm, script and style together stay below the byte gate", () => {
  const rows = files.filter((name) => existsSync(new URL(name, dist))).map(measure);
  const packed = rows.reduce((sum, row) => sum + row.packed, 0);
  for (const row of rows) console.log(`${row.name}: ${row.plain} bytes, ${row.packed} brotli -11`);
  console.log(`together: ${packed} brotli -11 (gate ${gate}, aim ${aim}${packed <= aim ? " met" : " missed"})`);
  assert.ok(rows.length >= 2, "dist/ lacks canvass.wasm or canvass.js");
  assert.ok(packed <= gate, `${packed} bytes are above the gate of ${gate}`);
});
