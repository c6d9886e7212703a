// A JSON value as one flat buffer, the form in which the wasm reads JSON: core/json/flat.h.

const encoder = new TextEncoder();
const enum Tag { null, false, true, number, string, array, object }

class Writer {
  #bytes = new Uint8Array(1024);
  #view = new DataView(this.#bytes.buffer);
  #length = 0;

  // Where `size` more bytes go; may replace bytes and view.
  #room(size: number): number {
    const at = this.#length;
    if (at + size > this.#bytes.length) {
      const grown = new Uint8Array(Math.max(this.#bytes.length * 2, at + size));
      grown.set(this.#bytes);
      this.#bytes = grown;
      this.#view = new DataView(grown.buffer);
    }
    this.#length += size;
    return at;
  }

  #tag(tag: Tag): void {
    const at = this.#room(1);
    this.#bytes[at] = tag;
  }

  #count(count: number): void {
    const at = this.#room(4);
    this.#view.setUint32(at, count, true);
  }

  #text(text: string): void {
    const encoded = encoder.encode(text);
    this.#count(encoded.length);
    const at = this.#room(encoded.length);
    this.#bytes.set(encoded, at);
  }

  value(value: unknown): void {
    if (typeof value === "boolean") this.#tag(value ? Tag.true : Tag.false);
    else if (typeof value === "number" && Number.isFinite(value)) {
      this.#tag(Tag.number);
      const at = this.#room(8);
      this.#view.setFloat64(at, value, true);
    } else if (typeof value === "string") {
      this.#tag(Tag.string);
      this.#text(value);
    } else if (Array.isArray(value)) {
      this.#tag(Tag.array);
      this.#count(value.length);
      for (const item of value) this.value(item);
    } else if (typeof value === "object" && value !== null) {
      // As JSON.stringify does: what is undefined is not there.
      const members = Object.entries(value).filter(([, member]) => member !== undefined);
      this.#tag(Tag.object);
      this.#count(members.length);
      for (const [name, member] of members) {
        this.#text(name);
        this.value(member);
      }
    } else this.#tag(Tag.null);
  }

  result(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }
}

export function flatten(value: unknown): Uint8Array {
  const writer = new Writer();
  writer.value(value);
  return writer.result();
}
