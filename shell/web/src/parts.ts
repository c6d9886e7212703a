// One native control, or piece of text, for each kind of semantic node. A part is made once for a node and then
// brought up to date whenever the node changed.
import type { SemanticNode } from "./abi";
import { Flag, Role } from "./generated";
import type { Tools } from "./embed/embedded";

export interface Part {
  role: Role;
  multiline: boolean;
  element: HTMLElement;  // stands where the picture is
  content: HTMLElement;  // holds the parts of the nodes inside
  control?: HTMLElement;  // what has the focus
  update(node: SemanticNode): void;
}

export interface PartTools extends Tools {
  resized(node: number, height: number): void;
}

export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag, className = "", ...children: Node[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  element.className = className;
  element.append(...children);
  return element;
}

function setText(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

// Nothing and false take the attribute away.
function setAttribute(element: HTMLElement, name: string, value: string | false | undefined): void {
  if (!value) element.removeAttribute(name);
  else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

const has = (node: SemanticNode, flag: Flag) => (node.flags & flag) !== 0;

function setName(element: HTMLElement, node: SemanticNode): void {
  setText(element, node.label);
  element.classList.toggle("hidden", has(node, Flag.label_hidden));
}

// Description and error, tied to the control they are about.
function notes(id: number) {
  const description = make("span", "note");
  const error = make("span", "note error");
  description.id = `description-${id}`;
  error.id = `error-${id}`;
  return {
    elements: [description, error],
    update(node: SemanticNode, control: HTMLElement, canBeInvalid = true): void {
      const invalid = has(node, Flag.invalid);
      setText(description, node.description);
      setText(error, invalid ? node.error : "");
      const described = [node.description && description.id, invalid && node.error && error.id].filter(Boolean);
      setAttribute(control, "aria-describedby", described.join(" "));
      if (!canBeInvalid) return;
      setAttribute(control, "aria-invalid", invalid && "true");
      setAttribute(control, "aria-errormessage", invalid && node.error && error.id);
    },
  };
}

function plain(role: Role, element: HTMLElement, update: Part["update"], control?: HTMLElement): Part {
  return { role, multiline: false, element, content: element, update, ...(control && { control }) };
}

function words(tag: "p" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6", role: Role): Part {
  const element = make(tag, "node leaf");
  if (role === Role.heading) element.tabIndex = -1;  // where a new page begins
  return plain(role, element, (node) => setText(element, node.label), element);
}

function group({ id, role }: SemanticNode): Part {
  const tabbed = role === Role.tab_panel;
  const legend = make(tabbed ? "div" : "legend");
  legend.id = `label-${id}`;
  const about = notes(id);
  const content = make("div", "items");
  const element = make(tabbed ? "div" : "fieldset", "node group", legend, ...about.elements, content);
  const radios = role === Role.radiogroup;
  element.setAttribute("role", tabbed ? "tabpanel" : radios ? "radiogroup" : "group");
  element.setAttribute("aria-labelledby", legend.id);
  const update = (node: SemanticNode) => {
    setText(legend, node.label);
    legend.className = has(node, Flag.label_hidden) ? "legend hidden" : "legend";
    about.update(node, element, radios);
    if (radios) setAttribute(element, "aria-required", has(node, Flag.required) && "true");
    element.toggleAttribute("data-required", has(node, Flag.required));
  };
  return { role, multiline: false, element, content, update };
}

function choice({ id, role, parent }: SemanticNode): Part {
  const control = make("input", "control");
  control.type = role === Role.radio ? "radio" : "checkbox";
  if (role === Role.radio) control.name = `group-${parent}`;
  if (role === Role.toggle) control.setAttribute("role", "switch");
  const name = make("span", "name");
  const about = notes(id);
  const element = make("div", "node choice", make("label", "", control, name), ...about.elements);
  return plain(role, element, (node) => {
    setText(name, node.label);
    about.update(node, control);
    const checked = has(node, Flag.checked);
    if (control.checked !== checked) control.checked = checked;
    control.disabled = has(node, Flag.disabled);
  }, control);
}

function slider({ id, role }: SemanticNode): Part {
  const control = make("input", "control slider");
  control.type = "range";
  const name = make("span", "name of-field");
  const about = notes(id);
  const element = make("label", "node", name, control, ...about.elements);
  return plain(role, element, (node) => {
    setName(name, node);
    about.update(node, control);
    setAttribute(control, "min", String(node.min));
    setAttribute(control, "max", String(node.max));
    setAttribute(control, "step", String(node.step || "any"));
    setAttribute(control, "aria-valuetext", node.text);
    if (Number(control.value) !== node.value) control.value = String(node.value);
    control.disabled = has(node, Flag.disabled);
    control.classList.toggle("several", has(node, Flag.several));
  }, control);
}

// Made anew only when they changed.
function setOptions(list: HTMLElement, { options, placeholder, role }: SemanticNode): void {
  const shown = `${placeholder}\n${options}`;
  if (list.dataset.options === shown) return;
  list.dataset.options = shown;
  const made = options.split(/(?=[\x1e\x1f])/).filter(Boolean).map((line) => {
    const option = new Option(line.slice(1));
    option.disabled = line.startsWith("\x1f");
    return option;
  });
  list.replaceChildren(...(role === Role.select ? [new Option(placeholder, "")] : []), ...made);
}

function field({ id, role, flags, options }: SemanticNode): Part {
  const multiline = (flags & Flag.multiline) !== 0;
  const selects = role === Role.select;
  const control = make((selects ? "select" : multiline ? "textarea" : "input") as "input", `control ${selects ? "select" : "field"}`);
  const list = selects || !options ? control : make("datalist");
  control.id = `field-${id}`;
  const name = make("label", "name of-field");
  name.htmlFor = control.id;
  const about = notes(id);
  const element = make("div", "node text", name, ...about.elements, control);
  if (list !== control) {
    list.id = `list-${id}`;
    control.setAttribute("list", list.id);
    element.append(list);
  }
  const part = plain(role, element, (node) => {
    setName(name, node);
    about.update(node, control);
    if (control instanceof HTMLInputElement) setAttribute(control, "type", node.kind || "text");
    setAttribute(control, "placeholder", node.placeholder);
    setAttribute(control, "autocomplete", node.autocomplete);
    setAttribute(control, "maxlength", node.max > 0 && String(node.max));
    setAttribute(control, "dir", node.text && "auto");
    control.classList.toggle("native", has(node, Flag.native));
    control.required = has(node, Flag.required);
    element.toggleAttribute("data-required", control.required);
    control.readOnly = has(node, Flag.read_only);
    control.disabled = has(node, Flag.disabled) || (selects && control.readOnly);
    if (selects || list !== control) setOptions(list, node);
    if (selects) (control as unknown as HTMLSelectElement).selectedIndex = node.value + 1;
    // While somebody writes, what they see is theirs.
    const writing = (control.getRootNode() as ShadowRoot).activeElement === control;
    const text = node.text || (node.kind === "color" ? "#000000" : "");
    if (!selects && !writing && control.value !== text) control.value = text;
    const { style } = control;
    style.setProperty("--pad-x", `${node.paddingX}px`);
    style.setProperty("--pad-y", `${node.paddingY}px`);
    style.setProperty("--line", `${node.lineHeight}px`);
  }, control);
  return { ...part, multiline };
}

function image({ role }: SemanticNode): Part {
  const element = make("img", "node");
  return plain(role, element, (node) => {
    element.alt = node.label;
    element.classList.toggle("logo", (node.flags & Flag.header) !== 0);
    if (element.getAttribute("src") !== node.kind) element.src = node.kind;
  });
}

// For the pointer alone: the keyboard has buttons.
function grip({ role }: SemanticNode): Part {
  const element = make("div", "node grip");
  return plain(role, element, (node) => {
    element.dataset.rank = String(node.value);
    element.dataset.step = String(node.step);
  }, element);
}

function button({ role }: SemanticNode): Part {
  const element = make("button", "node control");
  element.type = "button";
  return plain(role, element, (node) => {
    setText(element, node.label);
    setAttribute(element, "aria-description", node.description);
    const folds = has(node, Flag.foldable), checked = has(node, Flag.checked);
    setAttribute(element, "aria-expanded", folds && String(checked));
    setAttribute(element, "aria-current", !folds && checked && "step");
    element.classList.toggle("primary", has(node, Flag.primary));
    element.disabled = has(node, Flag.disabled);
  }, element);
}

function tabs({ role }: SemanticNode): Part {
  const element = make("div", "node tabs");
  element.setAttribute("role", "tablist");
  return plain(role, element, (node) => setAttribute(element, "aria-label", node.label));
}

// The keyboard comes to the one that is shown, and goes on from it with arrows.
function tab({ role }: SemanticNode): Part {
  const element = make("button", "node control tab");
  element.type = "button";
  element.setAttribute("role", "tab");
  element.addEventListener("keydown", (event) => {
    const all = [...element.parentElement!.children] as HTMLElement[];
    const at = all.indexOf(element), back = all.length - 1;
    const [left, right] = getComputedStyle(element).direction === "rtl" ? [1, back] : [back, 1];
    const to = { ArrowLeft: at + left, ArrowRight: at + right, Home: 0, End: back }[event.key];
    if (to === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    all[to % all.length]!.click();
  });
  return plain(role, element, (node) => {
    const shown = has(node, Flag.checked);
    setText(element, node.label);
    setAttribute(element, "aria-description", node.description);
    element.setAttribute("aria-selected", String(shown));
    element.tabIndex = shown ? 0 : -1;
  }, element);
}

function progress({ role }: SemanticNode): Part {
  const control = make("progress");
  const name = make("span", "name");
  const element = make("label", "node leaf", name, control);
  return plain(role, element, (node) => {
    setText(name, node.label);
    control.max = node.max || 1;
    control.value = node.value;
  });
}

// A live region speaks of what changes in it, so its words come after it has come.
function live({ role }: SemanticNode): Part {
  const element = make("div", "node leaf live");
  element.setAttribute("role", role === Role.alert ? "alert" : "status");
  let label = "";
  let waiting = false;
  return plain(role, element, (node) => {
    label = node.label;
    if (waiting) return;
    if (element.isConnected) return setText(element, label);
    waiting = true;
    setTimeout(() => {
      waiting = false;
      setText(element, label);  // what is to be said by now
    });
  });
}

// Roles are said, because a table's elements that are laid out otherwise lose them.
function table({ role }: SemanticNode): Part {
  const caption = make("caption");
  const content = make("tbody");
  content.setAttribute("role", "rowgroup");
  const element = make("table", "node", caption, content);
  element.setAttribute("role", "table");
  return { role, multiline: false, element, content, update: (node) => setText(caption, node.label) };
}

function row({ role }: SemanticNode): Part {
  const element = make("tr", "node");
  element.setAttribute("role", "row");
  return plain(role, element, (node) => setAttribute(element, "aria-label", node.label));
}

function cell({ role, flags }: SemanticNode): Part {
  const header = (flags & Flag.header) !== 0;
  const element = make(header ? "th" : "td", "node leaf");
  element.setAttribute("role", header ? "rowheader" : "cell");
  return plain(role, element, (node) => {
    setText(element, node.description ? `${node.label} (${node.description})` : node.label);
  });
}

// A script of its own: most surveys have nothing of the kind.
const embeds = () => import(new URL("embed.js", import.meta.url).href) as Promise<typeof import("./embed")>;

function embed(node: SemanticNode, { resized, ...tools }: PartTools): Part {
  const control = make("div", "embed");  // with a tabindex below 0, what is inside could not be tabbed to either
  const element = make("div", "node", control);
  const about = notes(node.id);
  element.append(...about.elements);
  let latest = node;
  let show: ((node: SemanticNode) => void) | undefined;
  embeds().then(({ embed: start }) => {
    show = start(control, node.kind, tools);
    show(latest);
    new ResizeObserver(() => resized(node.id, control.offsetHeight)).observe(control);
  }, () => { control.textContent = latest.label; });
  return plain(node.role, element, (changed) => {
    latest = changed;
    about.update(changed, control);
    show?.(changed);
  }, control);
}

export function makePart(node: SemanticNode, tools: PartTools): Part {
  switch (node.role) {
    case Role.text: return words("p", node.role);
    case Role.heading: return words(`h${Math.min(6, Math.max(1, node.level)) as 1 | 2 | 3 | 4 | 5 | 6}`, node.role);
    case Role.group:
    case Role.tab_panel:
    case Role.radiogroup: return group(node);
    case Role.radio:
    case Role.checkbox:
    case Role.toggle: return choice(node);
    case Role.slider: return slider(node);
    case Role.text_field:
    case Role.select: return field(node);
    case Role.image: return image(node);
    case Role.grip: return grip(node);
    case Role.button: return button(node);
    case Role.tab_list: return tabs(node);
    case Role.tab: return tab(node);
    case Role.progress: return progress(node);
    case Role.status:
    case Role.alert: return live(node);
    case Role.table: return table(node);
    case Role.row: return row(node);
    case Role.cell: return cell(node);
    case Role.embed: return embed(node, tools);
  }
}
