// Small pictures of data URLs, drawn: a page's policy may forbid images from such addresses.
const side = 48;

export async function pictureOf(content: string): Promise<ImageBitmap | undefined> {
  const [, type, data] = /^data:(image\/(?:png|jpeg|gif|webp|bmp|avif));base64,(.+)$/.exec(content) ?? [];
  if (!type || !data) return undefined;
  try {
    const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
    return await createImageBitmap(new Blob([bytes], { type }));
  } catch {
    return undefined;
  }
}

export function preview(content: string): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 2 * side;
  canvas.setAttribute("aria-hidden", "true");
  void pictureOf(content).then((picture) => {
    canvas.hidden = !picture;
    if (!picture) return;
    const scale = Math.max(canvas.width / picture.width, canvas.height / picture.height);
    const width = picture.width * scale, height = picture.height * scale;
    canvas.getContext("2d")?.drawImage(picture, (canvas.width - width) / 2, (canvas.height - height) / 2, width, height);
  });
  return canvas;
}
