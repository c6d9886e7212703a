// Glyphs in the host page's own fonts, drawn by the browser's 2D canvas and copied into ImGui's atlas.
// measureText's ink box is wrong in some engines, so a glyph is drawn with room to spare and cropped to the
// pixels that came out.
import { textFor } from "./clusters";
import { GlyphWord } from "./generated";
import { bytes, floats, words } from "./memory";
import { isRightToLeft } from "./shaping";

export interface HostFont {
  style: string;
  weight: number;
  family: string;
}

const faces: HostFont[] = [];
const names = new Map<string, number>();

// The number under which the wasm knows this font.
export function faceOf(font: HostFont): number {
  const name = `${font.style}/${font.weight}/${font.family}`;
  let face = names.get(name);
  if (face === undefined) {
    face = faces.push(font) - 1;
    names.set(name, face);
  }
  return face;
}

type Surface = { canvas: OffscreenCanvas; context: OffscreenCanvasRenderingContext2D };
let surface: Surface | undefined;
let drawn: ImageData | undefined;

function prepare(text: string, face: number, bold: number, pixels: number): OffscreenCanvasRenderingContext2D {
  if (!surface) {
    const canvas = new OffscreenCanvas(512, 128);
    surface = { canvas, context: canvas.getContext("2d", { willReadFrequently: true })! };
  }
  const { style, weight, family } = faces[face]!;
  const { context } = surface;
  context.font = `${style} ${bold ? Math.min(900, Math.max(600, weight + 200)) : weight} ${pixels}px ${family}`;
  context.direction = isRightToLeft(text) ? "rtl" : "ltr";
  context.textAlign = "left";
  return context;
}

function metrics(face: number, bold: number, pixels: number, ascent: number, descent: number): void {
  const measured = prepare("x", face, bold, pixels).measureText("x");
  floats()[ascent >> 2] = measured.fontBoundingBoxAscent;
  floats()[descent >> 2] = measured.fontBoundingBoxDescent;
}

function advance(code: number, face: number, bold: number, pixels: number): number {
  const text = textFor(code);
  return text === undefined ? -1 : prepare(text, face, bold, pixels).measureText(text).width;
}

function crop({ data, width, height }: ImageData) {
  const pixels = new Uint32Array(data.buffer);
  let left = width;
  let right = -1;
  let top = height;
  let bottom = -1;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (pixels[y * width + x] === 0) continue;
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < top) top = y;
      bottom = y;
    }
  }
  return { left, top, width: Math.max(0, right - left + 1), height: Math.max(0, bottom - top + 1) };
}

// The text is drawn in white: any other colour is the glyph's own. Nearly transparent pixels tell nothing.
function isColoured({ data }: ImageData): boolean {
  for (let i = 0; i < data.length; i += 4) {
    if (data[i + 3]! > 8 && Math.min(data[i]!, data[i + 1]!, data[i + 2]!) < 240) return true;
  }
  return false;
}

function draw(code: number, face: number, bold: number, pixels: number, box: number): number {
  const text = textFor(code);
  if (text === undefined) return 0;
  let context = prepare(text, face, bold, pixels);
  const measured = context.measureText(text);
  const word = box >> 2;
  floats()[word + GlyphWord.advance] = measured.width;
  words()[word + GlyphWord.width] = 0;
  if (text.trim() === "") return 1;

  const margin = Math.ceil(pixels / 2) + 2;
  const rise = Math.ceil(Math.max(measured.fontBoundingBoxAscent, measured.actualBoundingBoxAscent)) + margin;
  const fall = Math.ceil(Math.max(measured.fontBoundingBoxDescent, measured.actualBoundingBoxDescent)) + margin;
  const width = Math.ceil(measured.width) + 2 * margin;
  const { canvas } = surface!;
  if (canvas.width < width || canvas.height < rise + fall) {
    canvas.width = Math.max(canvas.width, width);
    canvas.height = Math.max(canvas.height, rise + fall);
    context = prepare(text, face, bold, pixels);
  }
  context.clearRect(0, 0, width, rise + fall);
  context.fillStyle = "#fff";
  context.fillText(text, margin, rise);
  const whole = context.getImageData(0, 0, width, rise + fall);
  const ink = crop(whole);
  if (ink.width === 0) return 1;
  drawn = context.getImageData(ink.left, ink.top, ink.width, ink.height);
  floats()[word + GlyphWord.left] = ink.left - margin;
  floats()[word + GlyphWord.top] = rise - ink.top;
  words()[word + GlyphWord.width] = ink.width;
  words()[word + GlyphWord.height] = ink.height;
  const coloured = isColoured(drawn);
  words()[word + GlyphWord.coloured] = coloured ? 1 : 0;
  // Rounding may have left a trace of grey where all must be white to take the text's colour.
  if (!coloured) drawn.data.forEach((_, i, data) => { if (i % 4 !== 3) data[i] = 255; });
  return 1;
}

function pixels(address: number): void {
  if (drawn) bytes(address, drawn.data.length).set(drawn.data);
}

export const glyphImports = {
  glyph_metrics: metrics,
  glyph_advance: advance,
  glyph_draw: draw,
  glyph_pixels: pixels,
};
