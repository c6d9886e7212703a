// Draws ImGui's draw lists straight from wasm memory with WebGL2, for every widget of the page.
//
// One context for all: browsers allow few (16 in Chromium), the atlas is uploaded once, and a lost context is
// handled in one place. It belongs to an OffscreenCanvas; each widget's canvas takes its picture as a bitmap, so a
// widget keeps its picture while the context is gone. WebKit had WebGL on a canvas of the document long before it had it
// on others: there the picture is copied.
import { bytes } from "./memory";

const vertexShader = `#version 300 es
uniform vec2 size;
layout(location = 0) in vec2 position;
layout(location = 1) in vec2 place;
layout(location = 2) in vec4 colour;
out vec2 at;
out vec4 tint;
void main() {
  at = place;
  tint = vec4(colour.rgb * colour.a, colour.a);
  gl_Position = vec4(position.x / size.x * 2.0 - 1.0, 1.0 - position.y / size.y * 2.0, 0.0, 1.0);
}`;
const fragmentShader = `#version 300 es
precision mediump float;
uniform sampler2D atlas;
in vec2 at;
in vec4 tint;
out vec4 result;
void main() {
  vec4 texel = texture(atlas, at);
  result = tint * vec4(texel.rgb * texel.a, texel.a);
}`;
const vertexBytes = 20;  // ImDrawVert: position, texture coordinates, colour

let gl: WebGL2RenderingContext | null | undefined;
let size: WebGLUniformLocation | null = null;
let boundOffset = -1;
const textures = new Map<number, WebGLTexture>();

function initialise(gl: WebGL2RenderingContext): void {
  const program = gl.createProgram();
  for (const [type, source] of [[gl.VERTEX_SHADER, vertexShader], [gl.FRAGMENT_SHADER, fragmentShader]] as const) {
    const shader = gl.createShader(type)!;
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
  }
  gl.linkProgram(program);
  gl.useProgram(program);
  size = gl.getUniformLocation(program, "size");
  gl.bindVertexArray(gl.createVertexArray());
  gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());
  gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, gl.createBuffer());
  for (const location of [0, 1, 2]) gl.enableVertexAttribArray(location);
  gl.enable(gl.BLEND);
  gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
  gl.enable(gl.SCISSOR_TEST);
  gl.pixelStorei(gl.UNPACK_ALIGNMENT, 1);
  textures.clear();
}

// False where there is no WebGL2. `restored` is called when a lost context is back, without its textures.
export function startRenderer(restored: () => void): boolean {
  if (gl !== undefined) return gl !== null;
  const options = { antialias: false, depth: false, stencil: false, powerPreference: "low-power" } as const;
  if (typeof OffscreenCanvas !== "undefined") gl = new OffscreenCanvas(1, 1).getContext("webgl2", options);
  gl ??= document.createElement("canvas").getContext("webgl2", options) as WebGL2RenderingContext | null;
  if (!gl) return false;
  const context = gl, { canvas } = gl;
  initialise(context);
  canvas.addEventListener("webglcontextlost", (event) => event.preventDefault());
  canvas.addEventListener("webglcontextrestored", () => {
    initialise(context);
    restored();
  });
  return true;
}

export function canPaint(): boolean {
  return !!gl && !gl.isContextLost();
}

let present: (band: number) => void = () => {};

// Who shows the bands that are drawn from now on.
export function presentWith(shows: (band: number) => void): void {
  present = shows;
}

// Shows in the canvas, each time it is called, the picture that was drawn last.
export function presenter(canvas: HTMLCanvasElement): () => void {
  const source = gl?.canvas;
  if (!source) return () => {};
  if ("transferToImageBitmap" in source) {
    const context = canvas.getContext("bitmaprenderer");
    return () => context?.transferFromImageBitmap(source.transferToImageBitmap());
  }
  const context = canvas.getContext("2d");
  return () => {
    canvas.width = source.width;  // wiped
    canvas.height = source.height;
    context?.drawImage(source, 0, 0);
  };
}

let loss: WEBGL_lose_context | null | undefined;

// For tests. A lost context gives no extension any more, so it is kept.
export function contextLoss(): WEBGL_lose_context | null | undefined {
  return (loss ??= gl?.getExtension("WEBGL_lose_context"));
}

// Device pixels along one side that a picture may have.
export function largestPicture(): number {
  return gl ? Math.min(8192, gl.getParameter(gl.MAX_TEXTURE_SIZE) as number) : 8192;
}

export const rendererImports = {
  gl_texture_create(id: number, width: number, height: number, pixels: number): void {
    if (!gl) return;
    const texture = gl.createTexture();
    textures.set(id, texture);
    gl.bindTexture(gl.TEXTURE_2D, texture);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.LINEAR);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE);
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, width, height, 0, gl.RGBA, gl.UNSIGNED_BYTE,
      bytes(pixels, width * height * 4));
  },

  gl_texture_update(
    id: number, x: number, y: number, width: number, height: number, pixels: number, pitch: number,
  ): void {
    if (!gl) return;
    gl.bindTexture(gl.TEXTURE_2D, textures.get(id) ?? null);
    gl.pixelStorei(gl.UNPACK_ROW_LENGTH, pitch);
    gl.texSubImage2D(gl.TEXTURE_2D, 0, x, y, width, height, gl.RGBA, gl.UNSIGNED_BYTE,
      bytes(pixels, ((height - 1) * pitch + width) * 4));
    gl.pixelStorei(gl.UNPACK_ROW_LENGTH, 0);
  },

  gl_texture_destroy(id: number): void {
    gl?.deleteTexture(textures.get(id) ?? null);
    textures.delete(id);
  },

  // The window reaches beyond the framebuffer, above and below.
  gl_begin(width: number, height: number, top: number, windowHeight: number, logicalWidth: number, logicalHeight: number): void {
    if (!gl) return;
    if (gl.canvas.width !== width) gl.canvas.width = width;
    if (gl.canvas.height !== height) gl.canvas.height = height;
    gl.viewport(0, top + height - windowHeight, width, windowHeight);
    gl.scissor(0, 0, width, height);
    gl.clearColor(0, 0, 0, 0);
    gl.clear(gl.COLOR_BUFFER_BIT);
    gl.uniform2f(size, logicalWidth, logicalHeight);
  },

  gl_list(vertices: number, vertexLength: number, indices: number, indexLength: number): void {
    if (!gl) return;
    gl.bufferData(gl.ARRAY_BUFFER, bytes(vertices, vertexLength), gl.STREAM_DRAW);
    gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, bytes(indices, indexLength), gl.STREAM_DRAW);
    boundOffset = -1;
  },

  gl_draw(
    texture: number, x: number, y: number, width: number, height: number, count: number, indexOffset: number,
    vertexOffset: number,
  ): void {
    if (!gl) return;
    if (vertexOffset !== boundOffset) {
      boundOffset = vertexOffset;
      gl.vertexAttribPointer(0, 2, gl.FLOAT, false, vertexBytes, vertexOffset);
      gl.vertexAttribPointer(1, 2, gl.FLOAT, false, vertexBytes, vertexOffset + 8);
      gl.vertexAttribPointer(2, 4, gl.UNSIGNED_BYTE, true, vertexBytes, vertexOffset + 16);
    }
    gl.scissor(x, gl.canvas.height - y - height, width, height);
    gl.bindTexture(gl.TEXTURE_2D, textures.get(texture) ?? null);
    gl.drawElements(gl.TRIANGLES, count, gl.UNSIGNED_SHORT, indexOffset);
  },

  gl_end: (band: number): void => present(band),
};
