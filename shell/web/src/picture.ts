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

  constructor() {
    this.element.setAttribute("aria-hidden", "true");
  }

  paint({ top, width, height }: Viewport, draw: () => void): void {
    presentWith((at) => this.#band(at).present());
    draw();
    for (const [at, { canvas }] of this.#bands) {
      const from = at * bandHeight;
      if (from >= top && from < top + height) {
        canvas.style.cssText = `top:${from}px;width:${width}px;height:${bandHeight}px`;
      } else {
        canvas.remove();
        this.#bands.delete(at);
      }
    }
  }

  #band(at: number): Band {
    let band = this.#bands.get(at);
    if (!band) {
      const canvas = make("canvas");
      band = { canvas, present: presenter(canvas) };
      this.#bands.set(at, band);
      this.element.append(canvas);
    }
    return band;
  }
}
