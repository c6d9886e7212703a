// check_imports.mjs FILE: fails when the wasm imports a symbol that no source gave a module name.
// The linker is told to let imports pass, so a definition that is simply missing shows up as `env`.
import { readFileSync } from "node:fs";

const module = new WebAssembly.Module(readFileSync(process.argv[2]));
const missing = WebAssembly.Module.imports(module)
  .filter(({ module: from, name }) => from === "env" && name !== "emscripten_notify_memory_growth")
  .map(({ name }) => name);
if (missing.length) {
  console.error(`undefined symbols:\n  ${missing.join("\n  ")}`);
  process.exit(1);
}
