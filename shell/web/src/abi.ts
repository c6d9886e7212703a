// The script's side of the C ABI in abi.cpp: handles, pointers and lengths stop here.
import { flatten } from "./flat";
import { ControlKind, NodeWord, Pointer, ReportWord, colourTokens, numberTokens } from "./generated";
import type { Changed, Flag, Role } from "./generated";
import { attach, bytes, floats, text, words } from "./memory";
import type { Action, Diagnostics, PollResults, Snapshot, SurveyResponse } from "./shapes";

type Handle = number;

interface Exports {
  memory: WebAssembly.Memory;
  _initialize?(): void;
  canvass_input(size: number): number;
  canvass_output(): number;
  canvass_create(face: number): Handle;
  canvass_destroy(instance: Handle): void;
  canvass_load(instance: Handle, length: number): number;
  canvass_act(instance: Handle, length: number): number;
  canvass_respond(instance: Handle, length: number): number;
  canvass_texts(instance: Handle, length: number): void;
  canvass_show(instance: Handle, length: number): void;
  canvass_results(instance: Handle, length: number): number;
  canvass_theme(instance: Handle, length: number): number;
  canvass_clock(instance: Handle, now: number, offset: number): void;
  canvass_face(instance: Handle, face: number): void;
  canvass_data(instance: Handle): number;
  canvass_snapshot(instance: Handle): number;
  canvass_events(instance: Handle): number;
  canvass_pointer(instance: Handle, kind: Pointer, x: number, y: number, touch: number): void;
  canvass_control(instance: Handle, kind: ControlKind, node: number, value: number, length: number): void;
  canvass_frame(instance: Handle, width: number, top: number, height: number, ratio: number, seconds: number): number;
  canvass_paint(instance: Handle, bandHeight: number): void;
  canvass_forget_glyphs(): void;
  canvass_forget_textures(): void;
}

export interface LoadRequest {
  definition: unknown;
  id?: string | undefined;
  locale?: string | undefined;
  texts?: unknown;
  seed: number;
  now: number;
  offset: number;
}

export interface Loaded {
  loaded: boolean;
  id?: string;
  locale?: string;
  diagnostics: Diagnostics;
}

export interface Outcome {
  accepted: boolean;
  changed: boolean;
  diagnostics: Diagnostics;
}

// What finds the choices in what comes from an address, as a definition says it.
export interface ChoicesByUrl {
  path?: string;
  valueName?: string;
  titleName?: string;
  imageLinkName?: string;
}

export type CoreEvent =
  | { type: "change"; name?: string; value?: unknown }
  | { type: "complete" }
  | { type: "results"; question: string }
  | { type: "choices"; name: string; address: string; how: ChoicesByUrl }
  | { type: "retry" };

export interface Theme {
  colours: Record<string, string>;
  numbers: Record<string, number>;
}

export interface Report {
  changed: Changed;
  height: number;
  focus: number;
}

export interface SemanticNode {
  id: number;
  parent: number;
  role: Role;
  flags: Flag;
  level: number;
  x: number;
  y: number;
  width: number;
  height: number;
  value: number;
  min: number;
  max: number;
  step: number;
  fontSize: number;
  label: string;
  description: string;
  error: string;
  text: string;
  placeholder: string;
  kind: string;
  autocomplete: string;
  options: string;
  paddingX: number;
  paddingY: number;
  lineHeight: number;
}

let wasm: Exports;
const encoder = new TextEncoder();

export function start(instance: WebAssembly.Instance): void {
  wasm = instance.exports as unknown as Exports;
  attach(wasm.memory);
  wasm._initialize?.();
}

function put(encoded: Uint8Array): number {
  const address = wasm.canvass_input(encoded.length);
  bytes(address, encoded.length).set(encoded);
  return encoded.length;
}

function answer(length: number): unknown {
  return JSON.parse(text(wasm.canvass_output(), length));
}

export function forgetGlyphs(): void {
  wasm.canvass_forget_glyphs();
}

export function forgetTextures(): void {
  wasm.canvass_forget_textures();
}

export type Sending = "sending" | "sent" | "kept" | "refused";

// One widget of the page.
export class Core {
  readonly #handle: Handle;
  #report = 0;

  constructor(face: number) {
    this.#handle = wasm.canvass_create(face);
  }

  destroy(): void {
    wasm.canvass_destroy(this.#handle);
  }

  load(request: LoadRequest): Loaded {
    return answer(wasm.canvass_load(this.#handle, put(flatten(request)))) as Loaded;
  }

  act(action: Action): Outcome {
    return answer(wasm.canvass_act(this.#handle, put(flatten(action)))) as Outcome;
  }

  respond(request: { random: number[]; member?: string; hidden?: unknown }): SurveyResponse {
    return answer(wasm.canvass_respond(this.#handle, put(flatten(request)))) as SurveyResponse;
  }

  // The interface's own words; seen once the locale is set anew.
  setTexts(words: Record<string, string>): void {
    wasm.canvass_texts(this.#handle, put(flatten(words)));
  }

  show(sending: Sending): void {
    wasm.canvass_show(this.#handle, put(flatten({ sending })));
  }

  // Only the question: there are no results to be had. False: no results of a poll of this survey.
  takeResults(results: PollResults | { question: string }): boolean {
    return wasm.canvass_results(this.#handle, put(flatten(results))) !== 0;
  }

  setTheme(request: { scheme: string; reducedMotion: boolean; tokens: Record<string, string> }): Theme {
    const at = wasm.canvass_theme(this.#handle, put(flatten(request))) >> 2;
    const theme: Theme = { colours: {}, numbers: {} };
    for (const [name, word] of Object.entries(colourTokens)) {
      const [red, green, blue, alpha] = bytes((at + word) << 2, 4);
      theme.colours[name] = `rgb(${red} ${green} ${blue} / ${alpha! / 255})`;
    }
    for (const [name, word] of Object.entries(numberTokens)) theme.numbers[name] = floats()[at + word]!;
    return theme;
  }

  setClock(now: number, offset: number): void {
    wasm.canvass_clock(this.#handle, now, offset);
  }

  setFace(face: number): void {
    wasm.canvass_face(this.#handle, face);
  }

  data(): Record<string, unknown> {
    return answer(wasm.canvass_data(this.#handle)) as Record<string, unknown>;
  }

  snapshot(): Snapshot {
    return answer(wasm.canvass_snapshot(this.#handle)) as Snapshot;
  }

  // The same as the bytes that the core wrote.
  snapshotText(): string {
    const length = wasm.canvass_snapshot(this.#handle);
    return text(wasm.canvass_output(), length);
  }

  events(): CoreEvent[] {
    return answer(wasm.canvass_events(this.#handle)) as CoreEvent[];
  }

  pointer(kind: Pointer, x = 0, y = 0, touch = false): void {
    wasm.canvass_pointer(this.#handle, kind, x, y, touch ? 1 : 0);
  }

  control(kind: ControlKind, node: number, value = 0, written = ""): void {
    wasm.canvass_control(this.#handle, kind, node, value, put(encoder.encode(written)));
  }

  frame(width: number, top: number, height: number, ratio: number, seconds: number): Report {
    this.#report = wasm.canvass_frame(this.#handle, width, top, height, ratio, seconds) >> 2;
    return {
      changed: words()[this.#report + ReportWord.changed]!,
      height: floats()[this.#report + ReportWord.content_height]!,
      focus: words()[this.#report + ReportWord.focus]!,
    };
  }

  paint(bandHeight: number): void {
    wasm.canvass_paint(this.#handle, bandHeight);
  }

  // The nodes of the last frame.
  nodes(): SemanticNode[] {
    const word = words();
    const float = floats();
    const base = word[this.#report + ReportWord.texts]!;
    const first = word[this.#report + ReportWord.nodes]! >> 2;
    const nodes: SemanticNode[] = [];
    for (let i = 0; i < word[this.#report + ReportWord.node_count]!; i++) {
      const at = first + i * NodeWord.size;
      const range = (field: NodeWord) => {
        const length = word[at + field + 1]!;
        return length === 0 ? "" : text(base + word[at + field]!, length);
      };
      nodes.push({
        id: word[at + NodeWord.id]!,
        parent: word[at + NodeWord.parent]!,
        role: word[at + NodeWord.role]!,
        flags: word[at + NodeWord.flags]!,
        level: word[at + NodeWord.level]!,
        x: float[at + NodeWord.x]!,
        y: float[at + NodeWord.y]!,
        width: float[at + NodeWord.width]!,
        height: float[at + NodeWord.height]!,
        value: float[at + NodeWord.value]!,
        min: float[at + NodeWord.min]!,
        max: float[at + NodeWord.max]!,
        step: float[at + NodeWord.step]!,
        fontSize: float[at + NodeWord.font_size]!,
        label: range(NodeWord.label),
        description: range(NodeWord.description),
        error: range(NodeWord.error),
        text: range(NodeWord.text),
        placeholder: range(NodeWord.placeholder),
        kind: range(NodeWord.kind),
        autocomplete: range(NodeWord.autocomplete),
        options: range(NodeWord.options),
        paddingX: float[at + NodeWord.padding_x]!,
        paddingY: float[at + NodeWord.padding_y]!,
        lineHeight: float[at + NodeWord.line_height]!,
      });
    }
    return nodes;
  }
}
