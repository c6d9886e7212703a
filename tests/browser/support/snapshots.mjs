// What is kept of an earlier run lies in tests/browser/snapshots/; CANVASS_RENEW=1 writes it anew.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

const folder = new URL("../snapshots/", import.meta.url);
export const renewing = process.env.CANVASS_RENEW === "1";

// What was kept, or, while renewing or where nothing was, what is now.
export function kept(name, now) {
  const file = fileURLToPath(new URL(name, folder));
  if (renewing) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, now);
  }
  if (!existsSync(file)) throw new Error(`no snapshot ${name}: look at it, then run with CANVASS_RENEW=1`);
  return readFileSync(file);
}

const silent = new Set(["generic", "none", "StaticText", "InlineTextBox", "LineBreak", "RootWebArea", "ListMarker", "MenuListPopup"]);
const told = ["required", "invalid", "checked", "disabled", "readonly", "multiline", "expanded", "valuemin", "valuemax", "valuetext"];
const without = new Set(["false", "undefined", ""]);

// Chromium's accessibility tree below the node of that role and name, a line a node.
export async function accessibilityTree(page, role, name) {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const lines = [];
  const visit = (node, depth, above) => {
    const says = node.role?.value, label = node.name?.value ?? "";
    const text = says === "StaticText" && label.trim() && label !== above;
    const shown = !node.ignored && (text || !silent.has(says));
    if (shown) {
      const states = (node.properties ?? []).filter(({ name, value }) => told.includes(name) && !without.has(String(value.value)));
      lines.push([
        "  ".repeat(depth) + (text ? "text" : says), label && JSON.stringify(label),
        node.value?.value !== undefined && node.value.value !== label && `= ${JSON.stringify(node.value.value)}`,
        ...states.map(({ name, value }) => (value.value === true || value.value === "true" ? name : `${name}=${value.value}`)),
        node.description?.value && `(${node.description.value})`,
      ].filter(Boolean).join(" "));
    }
    for (const id of node.childIds ?? []) if (byId.has(id)) visit(byId.get(id), depth + (shown ? 1 : 0), shown ? label : above);
  };
  visit(nodes.find((node) => node.role?.value === role && node.name?.value === name), 0, "");
  return `${lines.join("\n")}\n`;
}

// Where two PNGs differ visibly, by more than `step` of 255 in a channel: the share of pixels and the rectangle they lie in.
export function difference(page, one, other, step = 24) {
  return page.evaluate(async ([pictures, step]) => {
    const [a, b] = await Promise.all(pictures.map(async (base64) => {
      const bitmap = await createImageBitmap(new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))]));
      const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
      context.drawImage(bitmap, 0, 0);
      return context.getImageData(0, 0, bitmap.width, bitmap.height);
    }));
    if (a.width !== b.width || a.height !== b.height) return { share: 1, left: 0, top: 0, right: `${a.width} or ${b.width}`, bottom: `${a.height} or ${b.height}` };
    let count = 0, left = a.width, top = a.height, right = 0, bottom = 0;
    for (let at = 0; at < a.data.length; at += 4) {
      if (![0, 1, 2].some((channel) => Math.abs(a.data[at + channel] - b.data[at + channel]) > step)) continue;
      const x = (at / 4) % a.width, y = Math.floor(at / 4 / a.width);
      count++;
      left = Math.min(left, x), right = Math.max(right, x), top = Math.min(top, y), bottom = Math.max(bottom, y);
    }
    return { share: count / (a.width * a.height), left, top, right, bottom };
  }, [[one, other].map((picture) => picture.toString("base64")), step]);
}

// What a test saw and did not expect, to be looked at.
export function keepOutput(name, data) {
  const file = fileURLToPath(new URL(`../output/${name}`, import.meta.url));
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, data);
}
