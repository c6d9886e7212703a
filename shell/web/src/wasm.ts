// Loads the one wasm instance that all widgets of a page share, and gives it what imports.h names.
import { start } from "./abi";
import { glyphImports } from "./glyphs";
import { bytes, text, words } from "./memory";
import { numberImports } from "./numbers";
import { rendererImports } from "./renderer";
import { breaks, isRightToLeft, shape } from "./shaping";

const encoder = new TextEncoder();

const textImports = {
  text_breaks(address: number, length: number, offsets: number, capacity: number): number {
    const source = text(address, length);
    const found = breaks(source);
    let offset = 0;
    let from = 0;
    found.forEach((index, i) => {
      offset += encoder.encode(source.slice(from, index)).length;
      from = index;
      if (i < capacity) words()[(offsets >> 2) + i] = offset;
    });
    return found.length;
  },

  text_shape(address: number, length: number, shaped: number, capacity: number): number {
    const encoded = encoder.encode(shape(text(address, length)));
    if (encoded.length <= capacity) bytes(shaped, capacity).set(encoded);
    return encoded.length;
  },

  text_right_to_left: (address: number, length: number) => (isRightToLeft(text(address, length)) ? 1 : 0),
};

export const imports = {
  canvass: { ...glyphImports, ...textImports, ...numberImports, ...rendererImports },
  Math: Math as unknown as WebAssembly.ModuleImports,
  env: { emscripten_notify_memory_growth() {} },
  wasi_snapshot_preview1: {
    proc_exit(): never {
      throw new Error("the wasm gave up");
    },
  },
};

let loading: Promise<void> | undefined;

async function load(url: URL): Promise<void> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  const { instance } = response.headers.get("Content-Type")?.startsWith("application/wasm")
    ? await WebAssembly.instantiateStreaming(response, imports)
    : await WebAssembly.instantiate(await response.arrayBuffer(), imports);
  start(instance);
}

// A failed load may be tried again.
export function loadWasm(): Promise<void> {
  loading ??= load(new URL("canvass.wasm", import.meta.url)).catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
}
