// Every case through the wasm of the package, without a page: the same bytes as natively must come out.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { build } from "esbuild";
import { cases, root, run, seed } from "./cases.mjs";

// The page's own writer of flat buffers, and its numbers.
const { outputFiles } = await build({
  stdin: {
    contents: 'export * from "./flat"; export * from "./memory"; export * from "./numbers";',
    resolveDir: join(root, "shell/web/src"),
  },
  bundle: true, format: "esm", write: false,
});
const { attach, flatten, numberImports } =
  await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);

// A session draws nothing and asks the page for nothing but numbers, so every other import may be empty.
const module = await WebAssembly.compile(readFileSync(join(root, "dist/canvass.wasm")));
const imports = { Math };
for (const { module: from, name } of WebAssembly.Module.imports(module)) {
  if (from !== "Math") (imports[from] ??= {})[name] = () => 0;
}
Object.assign(imports.canvass, numberImports);
const { exports } = await WebAssembly.instantiate(module, imports);
attach(exports.memory);
exports._initialize?.();

function call(name, instance, ...message) {
  for (const value of message) {
    const bytes = flatten(value);
    new Uint8Array(exports.memory.buffer, exports.canvass_input(bytes.length), bytes.length).set(bytes);
    message = [bytes.length];
  }
  const length = exports[name](instance, ...message);
  return Buffer.from(exports.memory.buffer, exports.canvass_output(), length).toString();
}

// What `canvass run` makes of its seed for the response's id.
const random = [...createHash("sha256").update(String(seed)).digest().subarray(0, 10)];

function replay({ definition, steps, locale, now }) {
  const instance = exports.canvass_create(0);
  call("canvass_load", instance, { definition, locale, now: Date.parse(now), offset: 0, seed });
  const lines = [];
  let completed = false;
  for (const { action } of steps) {
    call("canvass_act", instance, action);
    const state = call("canvass_snapshot", instance);
    lines.push(state);
    if (completed || JSON.parse(state).state !== "completed") continue;
    completed = true;
    lines.push(call("canvass_respond", instance, { random }));
  }
  exports.canvass_destroy(instance);
  return lines;
}

for (const each of cases) {
  test(`${each.name} gives the same bytes in wasm as natively`, () => {
    assert.deepEqual(replay(each), run(each).lines);
  });
}
