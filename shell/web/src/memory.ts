// Views on wasm memory, renewed after it has grown. A view must not be kept across a call into wasm.

let memory: WebAssembly.Memory | undefined;
let byteView = new Uint8Array();
let wordView = new Uint32Array();
let floatView = new Float32Array();
const decoder = new TextDecoder();

export function attach(to: WebAssembly.Memory): void {
  memory = to;
}

function renew(): void {
  const buffer = memory!.buffer;
  if (byteView.buffer === buffer) return;
  byteView = new Uint8Array(buffer);
  wordView = new Uint32Array(buffer);
  floatView = new Float32Array(buffer);
}

export function bytes(address: number, length: number): Uint8Array<ArrayBuffer> {
  renew();
  return byteView.subarray(address, address + length);
}

export function words(): Uint32Array {
  renew();
  return wordView;
}

export function floats(): Float32Array {
  renew();
  return floatView;
}

export function text(address: number, length: number): string {
  return decoder.decode(bytes(address, length));
}
