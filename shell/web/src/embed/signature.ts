// A pad to sign on, by pointer or by a typed name. Its paper is white and its ink dark in every theme: so it is stored,
// as a PNG in a data URL.
import type { SemanticNode } from "../abi";
import { Flag } from "../generated";
import type { Words } from "../texts";
import type { Embedded, Tools } from "./embedded";
import { followLanguage, make } from "./embedded";
import { pictureOf } from "./preview";

const width = 600, height = 240;
const ink = "#1a1a1a";

export function signaturePad(root: HTMLElement, tools: Tools): Embedded {
  const pad = make("canvas", { width, height, className: "pad" });
  const hint = make("p", { className: "muted" });
  const typed = make("input", { type: "text", autocomplete: "name" });
  const typedName = make("span");
  const clear = make("button", { type: "button", className: "button" });
  pad.setAttribute("role", "img");
  root.append(hint, pad, make("div", { className: "below" }, make("label", { className: "typed" }, typedName, typed), clear));
  const draw = pad.getContext("2d")!;
  Object.assign(draw, { strokeStyle: ink, fillStyle: ink, lineCap: "round", lineJoin: "round", lineWidth: 4 });

  let words: Words = {};
  let node: SemanticNode | undefined;
  let stored = "";
  let fixed = false;
  const follow = followLanguage(root, (found) => {
    words = found;
    hint.textContent = words["pad"]!;
    typedName.textContent = words["typed"]!;
    clear.textContent = words["clear"]!;
    describe();
  });

  function describe(): void {
    pad.setAttribute("aria-label", `${node?.label ?? ""}: ${words[stored ? "signed" : "unsigned"] ?? ""}`);
  }

  function store(content: string): void {
    stored = content;
    const name = node!.placeholder;
    tools.act(content ? { do: "set", name, value: content } : { do: "clear", name });
    describe();
  }

  const wipe = () => draw.clearRect(0, 0, width, height);

  function place(event: PointerEvent): [number, number] {
    const box = pad.getBoundingClientRect();
    return [(event.clientX - box.left) * width / box.width, (event.clientY - box.top) * height / box.height];
  }

  // A curve through the middles between the points keeps the line smooth.
  pad.onpointerdown = (event) => {
    if (fixed || !event.isPrimary) return;
    pad.setPointerCapture(event.pointerId);
    if (typed.value) {
      typed.value = "";
      wipe();
    }
    let [x, y] = place(event);
    let [fromX, fromY] = [x, y];
    draw.beginPath();
    draw.arc(x, y, draw.lineWidth / 2, 0, 2 * Math.PI);
    draw.fill();
    pad.onpointermove = (moved) => {
      for (const each of moved.getCoalescedEvents?.() ?? [moved]) {
        const [nextX, nextY] = place(each);
        const middle: [number, number] = [(x + nextX) / 2, (y + nextY) / 2];
        draw.beginPath();
        draw.moveTo(fromX, fromY);
        draw.quadraticCurveTo(x, y, ...middle);
        draw.stroke();
        [fromX, fromY] = middle;
        [x, y] = [nextX, nextY];
      }
    };
  };
  pad.onlostpointercapture = () => {
    pad.onpointermove = null;
    store(pad.toDataURL("image/png"));
  };

  typed.onchange = () => {
    wipe();
    const name = typed.value.trim();
    if (!name) return store("");
    let size = height / 2;
    const fits = () => {
      draw.font = `italic ${size}px cursive, serif`;
      return draw.measureText(name).width <= width - 40;
    };
    while (size > 12 && !fits()) size -= 4;
    draw.textBaseline = "middle";
    draw.fillText(name, 20, height / 2, width - 40);
    store(pad.toDataURL("image/png"));
  };
  clear.onclick = () => {
    wipe();
    typed.value = "";
    store("");
  };

  async function showStored(content: string): Promise<void> {
    stored = content;
    wipe();
    const picture = await pictureOf(content);
    if (picture && stored === content) draw.drawImage(picture, 0, 0, width, height);
  }

  return {
    update(changed) {
      node = changed;
      follow();
      fixed = (changed.flags & (Flag.disabled | Flag.read_only)) !== 0;
      typed.disabled = clear.disabled = fixed;
      if (changed.text !== stored) void showStored(changed.text);
      describe();
    },
  };
}
