// A widget's picture: bands of the content, each on a canvas of its own. A click changes one of them, and scrolling
// brings new ones; the others keep what they show.
import { make } from "./parts";
import { presenter, presentWith } from "./renderer";
import { bandHeight, type Viewport } from "./viewport";

interface Band {
  canvas: HTMLCanvasElement;
  present(): void;
}

export class Picture {
  readonly element = make("div");
  readonly #bands = new Map<number, Band>();
  readonly #spare: Band[] = [];  // a canvas is dear to make and to take away

  constructor() {
    this.element.setAttribute("aria-hidden", "true");
  }

  paint({ top, width, height }: Viewport, draw: () => void): void {
    for (const [at, band] of this.#bands) {
      const from = at * bandHeight;
      if (from >= top && from < top + height) continue;
      this.#bands.delete(at);
      this.#spare.push(band);
    }
    presentWith((at) => this.#band(at).present());
    draw();
    for (const [at, { canvas }] of this.#bands) {
      canvas.style.cssText = `top:${at * bandHeight}px;width:${width}px;height:${bandHeight}px`;
    }
    for (const { canvas } of this.#spare) canvas.style.display = "none";
  }

  #band(at: number): Band {
    let band = this.#bands.get(at);
    if (!band) {
      band = this.#spare.pop() ?? this.#made();
      this.#bands.set(at, band);
    }
    return band;
  }

  #made(): Band {
    const canvas = make("canvas");
    this.element.append(canvas);
    return { canvas, present: presenter(canvas) };
  }
}
