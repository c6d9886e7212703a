// How the host page looks, for the widget's theme: its font, its --canvass-* custom properties, its colour scheme
// and the member's preferences; followed live.
import { colourTokens, numberTokens } from "./generated";
import type { HostFont } from "./glyphs";
import { make } from "./parts";

export interface HostTheme {
  font: HostFont;
  scheme: "light" | "dark" | "contrast";
  reducedMotion: boolean;
  tokens: Record<string, string>;
}

const property = (token: string) => `--canvass-${token}`;
const colours = Object.keys(colourTokens);
const numbers = Object.keys(numberTokens);

const queries = ["(prefers-color-scheme: dark)", "(prefers-contrast: more)", "(prefers-reduced-motion: reduce)",
  "(forced-colors: active)"].map((query) => matchMedia(query));
const [, contrast, motion, forced] = queries as [MediaQueryList, MediaQueryList, MediaQueryList, MediaQueryList];

export const forcedColours = () => forced.matches;

let pixel: OffscreenCanvasRenderingContext2D | null | undefined;

// A computed colour, in whatever space, as "rgb(r g b / a)".
function resolveColour(value: string): string {
  pixel ??= new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  if (!pixel) return value;
  pixel.clearRect(0, 0, 1, 1);
  pixel.fillStyle = value;
  pixel.fillRect(0, 0, 1, 1);
  const [red, green, blue, alpha] = pixel.getImageData(0, 0, 1, 1).data;
  return `rgb(${red} ${green} ${blue} / ${alpha! / 255})`;
}

// Watches through an element whose transitions start whenever an inherited value changes.
export class ThemeWatch {
  readonly probe = make("div", "probe");
  readonly sheet = new CSSStyleSheet();

  constructor(private readonly host: HTMLElement, private readonly changed: () => void) {
    const watched = [...colours, ...numbers].map(property);
    watched.push("background-color", "font-family", "font-size", "font-weight", "font-style");
    this.sheet.replaceSync(`.probe{transition:${watched.map((each) => `${each} 1ms step-start allow-discrete`).join()}}`);
    this.probe.setAttribute("aria-hidden", "true");
    this.probe.addEventListener("transitionrun", changed);
  }

  start(): void {
    for (const query of queries) query.addEventListener("change", this.changed);
  }

  stop(): void {
    for (const query of queries) query.removeEventListener("change", this.changed);
  }

  // Any colour that CSS knows, as light-dark() and the scheme of the place have it; nothing for what is no colour.
  #resolveColour(value: string): string | undefined {
    if (!CSS.supports("color", value)) return undefined;
    this.probe.style.color = value;
    const { color } = getComputedStyle(this.probe);
    this.probe.style.color = "";
    return resolveColour(color);
  }

  // Lengths in any unit, through the probe's width.
  #resolveNumber(value: string): string {
    if (/^[\d.]+(px|s)?$/.test(value)) return value;
    this.probe.style.width = value;
    const { width } = getComputedStyle(this.probe);
    this.probe.style.width = "";
    return width;
  }

  read(): HostTheme {
    const style = getComputedStyle(this.host);
    const tokens: Record<string, string> = { "text-size": style.fontSize };
    for (const token of [...colours, ...numbers]) {
      const value = style.getPropertyValue(property(token)).trim();
      if (!value) continue;
      const resolved = token in colourTokens ? this.#resolveColour(value) : this.#resolveNumber(value);
      if (resolved) tokens[token] = resolved;
    }
    // The scheme that the host is painted in, which a page without dark colours keeps light.
    const [red = 255, green = 255, blue = 255] =
      getComputedStyle(this.probe).backgroundColor.match(/[\d.]+/g)?.map(Number) ?? [];
    const dark = red + green + blue < 384;
    return {
      font: {
        style: style.fontStyle,
        weight: Number(style.fontWeight) || 400,
        family: style.fontFamily,
      },
      scheme: contrast.matches ? "contrast" : dark ? "dark" : "light",
      reducedMotion: motion.matches,
      tokens,
    };
  }
}
