// The widget as real native controls, one for each semantic node, in document order: over the canvas for assistive
// technology, keyboard, text entry and clicks; or, in plain mode, as the visible interface.
import type { SemanticNode } from "./abi";
import { ControlKind, Flag, Role } from "./generated";
import { make, makePart } from "./parts";
import type { Part, PartTools } from "./parts";
import type { Tools } from "./embed/embedded";

export type Control = (kind: ControlKind, node: number, value?: number, text?: string) => void;

export class Mirror {
  readonly element = make("div", "mirror");
  readonly #parts = new Map<number, Part>();
  readonly #ids = new WeakMap<EventTarget, number>();
  #byPointer = false;

  readonly #tools: PartTools;

  constructor(private readonly control: Control, tools: Tools) {
    const { element } = this;
    this.#tools = { ...tools, resized: (id, height) => control(ControlKind.set_value, id, height) };
    element.addEventListener("pointerdown", (event) => {
      this.#byPointer = true;
      this.#drag(event);
    }, true);
    element.addEventListener("keydown", () => { this.#byPointer = false; }, true);
    element.addEventListener("click", (event) => {
      if (event.target instanceof HTMLButtonElement) this.#send(event, ControlKind.press);
    });
    for (const type of ["input", "change"]) element.addEventListener(type, (event) => this.#input(event));
    element.addEventListener("focusin", (event) => this.#send(event, ControlKind.focus, this.#byPointer ? 1 : 0));
    element.addEventListener("focusout", (event) => this.#send(event, ControlKind.blur));
  }

  // By as many places as the pointer has moved.
  #drag(event: PointerEvent): void {
    const grip = event.target as HTMLElement;
    if (!grip.classList.contains("grip")) return;
    const { rank, step } = grip.dataset;
    const id = this.#ids.get(grip)!;  // once told, an event forgets what it was about
    const drag = new AbortController();
    const { signal } = drag;
    this.element.setPointerCapture(event.pointerId);
    this.element.addEventListener("pointermove", ({ clientY }) => {
      this.control(ControlKind.set_value, id, Number(rank) + Math.round((clientY - event.clientY) / Number(step)));
    }, { signal });
    this.element.addEventListener("lostpointercapture", () => drag.abort(), { signal });
    event.preventDefault();
  }

  #send(event: Event, kind: ControlKind, value = 0, text = ""): void {
    const id = this.#ids.get(event.target!);
    if (id !== undefined) this.control(kind, id, value, text);
  }

  #input(event: Event): void {
    const target = event.target as HTMLInputElement;
    if (event.type === "change" && !target.list) return;
    if (event.target instanceof HTMLSelectElement) return this.#send(event, ControlKind.set_value, event.target.selectedIndex - 1);
    if (target.list) {  // counts when it is taken from the list or left
      if (event.type === "input" && (event as InputEvent).inputType !== "insertReplacementText") return;
      this.#send(event, ControlKind.set_text, 0, target.value);
      target.value = "";
      return;
    }
    if (target.type === "radio" || target.type === "checkbox") this.#send(event, ControlKind.press);
    else if (target.classList.contains("slider")) this.#send(event, ControlKind.set_value, Number(target.value));
    else this.#send(event, ControlKind.set_text, 0, target.value);
  }

  // Changes only what differs; nodes come in document order, a group before what it holds.
  sync(nodes: SemanticNode[]): void {
    const byId = new Map(nodes.map((node) => [node.id, node]));
    for (const [id, part] of this.#parts) {
      const node = byId.get(id);
      if (node?.role === part.role && ((node.flags & Flag.multiline) !== 0) === part.multiline) continue;
      if (this.element.contains(part.element)) part.element.remove();  // else it went with its group
      this.#parts.delete(id);
    }
    const placed = new Map<HTMLElement, Element>();  // the last in each container
    for (const node of nodes) {
      const container = this.#parts.get(node.parent)?.content ?? this.element;
      const part = this.#part(node);
      this.#place(part.element, node, byId.get(node.parent));
      part.update(node);
      const before = placed.get(container);
      const expected = before ? before.nextElementSibling : container.firstElementChild;
      if (expected !== part.element) container.insertBefore(part.element, expected);
      placed.set(container, part.element);
    }
  }

  #part(node: SemanticNode): Part {
    let part = this.#parts.get(node.id);
    if (!part) {
      part = makePart(node, this.#tools);
      this.#parts.set(node.id, part);
      if (part.control) this.#ids.set(part.control, node.id);
    }
    return part;
  }

  // Where the picture is, for the overlay; plain mode has its own layout.
  #place(element: HTMLElement, node: SemanticNode, parent: SemanticNode | undefined): void {
    const x = node.x - (parent?.x ?? 0);
    const y = node.y - (parent?.y ?? 0);
    const place = `--x:${x}px;--y:${y}px;--w:${node.width}px;--h:${node.height}px;--size:${node.fontSize}px`;
    if (element.dataset.place === place) return;
    element.dataset.place = place;
    element.style.cssText = place;
  }

  focus(id: number): void {
    this.#parts.get(id)?.control?.focus();
  }

  // What a form shows its complaint at.
  firstControl(): HTMLElement | undefined {
    for (const { role, control } of this.#parts.values()) {
      if (control && role !== Role.text && role !== Role.heading) return control;
    }
    return undefined;
  }
}
