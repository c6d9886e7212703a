// Numbers to text and back for the wasm; core/base/number.h says what is a number.
import { bytes, text } from "./memory";

const encoder = new TextEncoder();
const jsonNumber = /^-?(0|[1-9]\d*)(\.\d+)?(e[+-]?\d+)?$/i;

export const numberImports = {
  number_write: (number: number, address: number) => encoder.encodeInto(String(number), bytes(address, 32)).written,

  number_read(address: number, length: number): number {
    const source = text(address, length);
    return jsonNumber.test(source) ? Number(source) : NaN;
  },
};
