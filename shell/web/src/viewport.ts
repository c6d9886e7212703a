// The window that a widget's picture is on its content. A small survey has it whole; of a long one it is what is
// visible and some more around it, so that scrolling is the browser's own and no survey is too long for a
// framebuffer. The window moves before its edge comes into view, by whole bands (picture.ts).
import { largestPicture } from "./renderer";

const whole = 6_000_000;  // device pixels up to which the content is painted whole
// In CSS pixels: a whole number of device pixels at every zoom and density there usually is.
export const bandHeight = 480;
const reserve = 96;  // CSS pixels between the visible part and the window's edge at which the window moves

export class Viewport {
  width = 0;
  ratio = 1;
  top = 0;
  height = 0;
  #content = 0;
  readonly #sizes = new ResizeObserver(() => this.#measure());
  readonly #scrolled = () => { if (this.fit(this.#content)) this.changed(); };
  readonly #resized = () => this.#measure();
  #resolution: MediaQueryList | undefined;

  constructor(private readonly stage: HTMLElement, private readonly changed: () => void) {
    this.#sizes.observe(stage);
    addEventListener("scroll", this.#scrolled, { capture: true, passive: true });
    addEventListener("resize", this.#scrolled, { passive: true });
    this.#watchResolution();
  }

  stop(): void {
    this.#sizes.disconnect();
    removeEventListener("scroll", this.#scrolled, { capture: true });
    removeEventListener("resize", this.#scrolled);
    this.#resolution?.removeEventListener("change", this.#resized);
  }

  #watchResolution(): void {
    this.#resolution?.removeEventListener("change", this.#resized);
    this.#resolution = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
    this.#resolution.addEventListener("change", this.#resized);
  }

  #measure(): void {
    const width = Math.floor(this.stage.getBoundingClientRect().width);
    if (width === this.width && devicePixelRatio === this.ratio) return;
    this.width = width;
    if (devicePixelRatio !== this.ratio) {
      this.ratio = devicePixelRatio;
      this.#watchResolution();
    }
    this.changed();
  }

  // True: the window has moved, and what is in it must be painted.
  fit(content: number): boolean {
    this.#content = content;
    const limit = Math.floor(largestPicture() / this.ratio);
    if (content <= limit && content * this.width * this.ratio ** 2 <= whole) return this.#move(0, Math.ceil(content));
    const above = this.stage.getBoundingClientRect().top;
    const from = Math.min(Math.max(0, -above), content);
    const to = Math.max(from, Math.min(content, innerHeight - above));
    const covered = this.top <= Math.max(0, from - reserve) &&
      this.top + this.height >= Math.min(content, to + reserve);
    const fits = this.top + this.height <= content || this.height === 0;
    if (covered && fits && this.height > 0) return false;
    const bands = (pixels: number) => Math.floor(pixels / bandHeight) * bandHeight;
    const top = bands(Math.max(0, from - innerHeight / 2));
    const height = Math.min(bands(to - top + innerHeight / 2) + bandHeight, bands(limit));
    return this.#move(top, Math.ceil(Math.min(content - top, height)));
  }

  #move(top: number, height: number): boolean {
    if (top === this.top && height === this.height) return false;
    this.top = top;
    this.height = height;
    return true;
  }
}
