// A question's files: chosen or dropped, checked against the question's limits, read with their progress, and shown
// with a small picture each. The answer is a list of {name, type, content}, the content a data URL unless the host's
// page takes the file away (`canvass-upload`).
import type { SemanticNode } from "../abi";
import { fill } from "../texts";
import type { Words } from "../texts";
import type { Embedded, Tools } from "./embedded";
import { followLanguage, make } from "./embedded";
import { preview } from "./preview";
import { Flag } from "../generated";

interface StoredFile {
  name: string;
  type: string;
  content: string;
}

function isAccepted({ name, type }: File, list: string): boolean {
  const types = list.split(",").map((each) => each.trim().toLowerCase()).filter(Boolean);
  return types.length === 0 || types.some((each) => (
    each.startsWith(".") ? name.toLowerCase().endsWith(each)
      : each.endsWith("/*") ? type.startsWith(each.slice(0, -1)) : each === "*" || type === each
  ));
}

function sizeText(bytes: number, locale: string): string {
  const power = bytes < 1024 ? 0 : bytes < 1024 ** 2 ? 1 : 2;
  const unit = ["byte", "kilobyte", "megabyte"][power]!;
  return new Intl.NumberFormat(locale || undefined, { style: "unit", unit, maximumFractionDigits: 1 }).format(bytes / 1024 ** power);
}

function bytesIn({ content }: StoredFile): number | undefined {
  const data = /^data:[^,]*;base64,(.*?)=*$/.exec(content)?.[1];
  return data === undefined ? undefined : Math.floor(data.length * 3 / 4);
}

function read(file: File, progress: (share: number) => void): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onprogress = ({ loaded, total }) => progress(total ? loaded / total : 0);
    reader.onload = () => resolve(reader.result as string);
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}

export function fileField(root: HTMLElement, tools: Tools): Embedded {
  const input = make("input", { type: "file" });
  const name = make("span");
  const drop = make("span", { className: "muted" });
  const said = make("p", { className: "said" });
  const bar = make("progress", { max: 1, hidden: true });
  const list = make("ul");
  said.setAttribute("role", "status");
  root.append(make("div", { className: "drop" }, make("label", { className: "button" }, input, name), drop), bar, said, list);

  let words: Words = {}, locale = "";
  let node: SemanticNode | undefined;
  let shown: string | undefined;
  const follow = followLanguage(root, (found, language) => {
    words = found;
    locale = language;
    shown = undefined;
    if (node) show(node);
  });

  // As last answered: the node follows a frame later.
  let files: StoredFile[] = [];
  const several = () => ((node?.flags ?? 0) & Flag.several) !== 0;

  function say(pattern: string, ...parts: string[]): void {
    said.textContent = fill(words[pattern] ?? "", ...parts);
    said.classList.toggle("error", !["reading", "added", "removed"].includes(pattern));
  }

  function answer(all: StoredFile[]): void {
    files = all;
    const question = node!.placeholder;
    tools.act(all.length > 0 ? { do: "set", name: question, value: all } : { do: "clear", name: question });
  }

  function uploaded(file: File, progress: (share: number) => void): Promise<string> {
    return new Promise((done, fail) => {
      const taken = ((node!.flags & Flag.native) !== 0) &&
        tools.upload({ question: node!.placeholder, file, progress, done, failed: () => fail(new Error()) });
      if (!taken) read(file, progress).then(done, fail);
    });
  }

  async function add(file: File): Promise<void> {
    const { max, value: most, options } = node!;
    if (!isAccepted(file, options)) return say("wrongType", file.name, options.replace(/, */g, ", "));
    if (max > 0 && file.size > max) return say("tooLarge", file.name, sizeText(max, locale));
    if (several() && files.length >= most) return say("tooMany", String(most));
    say("reading", file.name);
    bar.value = 0;
    bar.hidden = false;
    try {
      const content = await uploaded(file, (share) => { bar.value = share; });
      answer([...(several() ? files : []), { name: file.name, type: file.type, content }]);
      say("added", file.name);
    } catch {
      say("unreadable", file.name);
    }
    bar.hidden = true;
  }

  async function addAll(chosen: FileList | null | undefined): Promise<void> {
    if (input.disabled) return;
    for (const file of [...(chosen ?? [])].slice(0, several() ? undefined : 1)) await add(file);
  }

  function row(file: StoredFile): HTMLElement {
    const bytes = bytesIn(file);
    const remove = make("button", { type: "button", className: "button", disabled: input.disabled }, "×");
    remove.setAttribute("aria-label", fill(words["remove"]!, file.name));
    remove.onclick = () => {
      answer(files.filter((each) => each !== file));  // the rows follow a frame later
      say("removed", file.name);
      input.focus();
    };
    return make("li", {}, preview(file.content), make("span", { className: "name" }, file.name),
      make("span", { className: "muted" }, bytes === undefined ? "" : sizeText(bytes, locale)), remove);
  }

  function show({ text, options, flags, label }: SemanticNode): void {
    input.multiple = several();
    input.accept = options;
    input.disabled = (flags & (Flag.disabled | Flag.read_only)) !== 0;
    input.required = (flags & Flag.required) !== 0;
    input.setAttribute("aria-invalid", String((flags & Flag.invalid) !== 0));
    name.textContent = words[several() ? "chooseFiles" : "chooseFile"] ?? "";
    drop.textContent = words[several() ? "dropSeveral" : "drop"] ?? "";
    input.setAttribute("aria-label", `${name.textContent}: ${label}`);
    const state = `${text}\n${input.disabled}`;
    if (state === shown || words["remove"] === undefined) return;
    shown = state;
    files = text ? (JSON.parse(text) as StoredFile[]) : [];
    list.replaceChildren(...files.map(row));
  }

  input.onchange = () => {
    void addAll(input.files).then(() => { input.value = ""; });
  };
  root.ondragover = (event) => {
    event.preventDefault();
    root.classList.add("over");
  };
  root.ondragleave = () => root.classList.remove("over");
  root.ondrop = (event) => {
    event.preventDefault();
    root.classList.remove("over");
    void addAll(event.dataTransfer?.files);
  };
  return {
    update(changed) {
      node = changed;
      follow();
      show(changed);
    },
  };
}
