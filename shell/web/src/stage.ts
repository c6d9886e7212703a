// One widget's picture and mirror: runs the frames, moves the window, paints, and turns what people do into control
// events. Knows the wasm through Core and nothing of definitions or transport.
import { Core, forgetGlyphs, forgetTextures } from "./abi";
import type { Theme } from "./abi";
import type { Tools } from "./embed/embedded";
import { startGenerationIfExhausted } from "./clusters";
import { cancelFrame, requestFrame } from "./frames";
import { Changed, ControlKind, Pointer } from "./generated";
import { faceOf } from "./glyphs";
import { Mirror } from "./mirror";
import { make } from "./parts";
import { Picture } from "./picture";
import { canPaint, startRenderer } from "./renderer";
import { forcedColours } from "./theme";
import type { HostTheme } from "./theme";
import { bandHeight, Viewport } from "./viewport";

const stages = new Set<Stage>();

function redrawAll(): void {
  for (const stage of stages) stage.request();
}

function forgetAllGlyphs(): void {
  if (stages.size === 0) return;
  forgetGlyphs();
  redrawAll();
}

// A web font that arrives late changes what was measured and drawn with its stand-in.
document.fonts?.addEventListener("loadingdone", forgetAllGlyphs);

export class Stage {
  readonly element = make("div", "stage");
  readonly core: Core;
  readonly counters = { frames: 0, paints: 0, mirrored: 0 };
  readonly #picture = new Picture();
  readonly #mirror: Mirror;
  readonly #viewport: Viewport;
  readonly #webgl: boolean;
  #face: number;
  #lastTime = 0;
  #animating = false;
  #second = 0;
  #touched = false;
  #moved = false;

  constructor(theme: HostTheme, private readonly wantsPlain: () => boolean, private readonly acted: () => void, tools: Tools) {
    this.#webgl = startRenderer(() => {
      forgetTextures();
      redrawAll();
    });
    this.#face = faceOf(theme.font);
    this.core = new Core(this.#face);
    this.#mirror = new Mirror((kind, node, value, text) => this.#control(kind, node, value, text), tools);
    this.element.append(this.#picture.element, this.#mirror.element);
    this.#viewport = new Viewport(this.element, () => this.request());
    this.element.addEventListener("pointermove", (event) => this.#hover(event));
    this.element.addEventListener("pointerleave", () => {
      this.core.pointer(Pointer.leave);
      this.request();
    });
    stages.add(this);
    this.setTheme(theme);
  }

  destroy(): void {
    stages.delete(this);
    cancelFrame(this);
    clearTimeout(this.#second);
    this.#viewport.stop();
    this.core.destroy();
    this.element.remove();
  }

  // The mirror is the visible interface.
  get plain(): boolean {
    return !this.#webgl || this.wantsPlain() || forcedColours();
  }

  setTheme(theme: HostTheme): void {
    const face = faceOf(theme.font);
    if (face !== this.#face) this.core.setFace((this.#face = face));
    this.#setColours(this.core.setTheme(theme));
    this.request();
  }

  #setColours({ colours, numbers }: Theme): void {
    const { style } = this.element;
    for (const [name, colour] of Object.entries(colours)) style.setProperty(`--${name}`, colour);
    const ratios = /-scale$|^line-spacing$/;
    for (const [name, number] of Object.entries(numbers)) {
      style.setProperty(`--${name}`, ratios.test(name) ? String(number) : `${number}px`);
    }
  }

  request(): void {
    if (stages.has(this)) requestFrame(this);
  }

  firstControl(): HTMLElement | undefined {
    return this.#mirror.firstControl();
  }

  // What a person does to a control is answered at once, so that the next key finds what it led to; where the focus
  // is can wait for a frame.
  #control(kind: ControlKind, node: number, value?: number, text?: string): void {
    if (!stages.has(this)) return;  // what is taken away loses its focus and its size, and tells of it
    this.core.control(kind, node, value, text);
    this.#touched = true;
    if (kind !== ControlKind.focus && kind !== ControlKind.blur) this.frame(performance.now());
    this.request();
  }

  #hover(event: PointerEvent): void {
    if (event.pointerType === "touch") return;
    const { left, top } = this.element.getBoundingClientRect();
    this.core.pointer(Pointer.move, event.clientX - left, event.clientY - top);
    this.request();
  }

  frame(time: number): boolean {
    const { core, counters } = this;
    if (!stages.has(this) || this.#viewport.width === 0) return false;
    counters.frames++;
    core.setClock(Date.now(), -new Date().getTimezoneOffset());
    const seconds = this.#animating ? Math.min((time - this.#lastTime) / 1000, 0.1) : 0;
    this.#lastTime = time;
    let report = this.#layOut(seconds);
    let { changed } = report;
    if (this.#fit(report.height)) {
      report = this.#layOut(0);
      changed |= report.changed;
    }
    if (this.#touched || changed & Changed.semantics) {
      this.#touched = false;
      counters.mirrored++;
      this.#mirror.sync(core.nodes());
    }
    if (changed & Changed.focus) this.#mirror.focus(report.focus);
    if (this.#moved || changed & Changed.picture) this.#paint();
    if (startGenerationIfExhausted(time)) forgetAllGlyphs();
    if (changed & Changed.events) this.acted();
    this.#animating = (report.changed & Changed.wants_frame) !== 0;
    clearTimeout(this.#second);
    if (report.changed & Changed.seconds) this.#second = window.setTimeout(() => this.request(), 1000);
    return this.#animating;
  }

  #layOut(seconds: number) {
    const { width, top, height, ratio } = this.#viewport;
    return this.core.frame(width, top, height, ratio, seconds);
  }

  // True: another part of the content is to be painted than was laid out.
  #fit(content: number): boolean {
    this.element.style.setProperty("--content", `${content}px`);
    if (this.plain || !this.#viewport.fit(content)) return false;
    this.#moved = true;
    return true;
  }

  #paint(): void {
    const viewport = this.#viewport;
    if (this.plain || !canPaint() || viewport.height === 0) return;
    this.#picture.paint(viewport, () => this.core.paint(bandHeight));
    this.counters.paints++;
    this.#moved = false;
  }
}
