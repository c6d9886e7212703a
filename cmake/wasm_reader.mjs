// What the tools that look into a wasm module have in common: its numbers, its sections, its functions' bodies.

export class Reader {
  constructor(bytes, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  byte() {
    return this.bytes[this.at++];
  }

  // Longer and signed ones are passed over rightly; their value is not this.
  number() {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      value |= (byte & 127) << shift;
      if (byte < 128) return value >>> 0;
    }
  }

  // Shares the module's memory.
  take(length) {
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }
}

const names = { 1: "types", 2: "imports", 3: "functions", 10: "code" };

// A reader at the content of each section; what tools add to a module goes by the name it has itself.
export function sectionsOf(bytes) {
  const sections = {};
  for (let start = 8; start < bytes.length;) {
    const content = new Reader(bytes, start);
    const id = content.byte();
    const length = content.number();
    const end = content.at + length;
    if (id === 0) sections[content.take(content.number()).toString()] = Object.assign(content, { start, end });
    else if (names[id]) sections[names[id]] = content;
    start = end;
  }
  return sections;
}

export function bodiesIn(code) {
  return Array.from({ length: code.number() }, () => code.take(code.number()));
}
