// What the page shows better than a canvas can: rich text, files and signatures, in a shadow root each, where the
// widget leaves them room. A script of its own, for surveys that have such.
import type { SemanticNode } from "./abi";
import style from "./embed.css";
import type { Embedded, Tools } from "./embed/embedded";
import { fileField } from "./embed/files";
import { pollDetails } from "./embed/poll";
import { richText } from "./embed/rich_text";
import { signaturePad } from "./embed/signature";

const makers: Record<string, (root: HTMLElement, tools: Tools) => Embedded> = {
  html: richText,
  file: fileField,
  poll: pollDetails,
  signature: signaturePad,
};

let sheet: CSSStyleSheet | undefined;

export function embed(host: HTMLElement, kind: string, tools: Tools): (node: SemanticNode) => void {
  const shadow = host.attachShadow({ mode: "open", delegatesFocus: true });
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
  }
  shadow.adoptedStyleSheets = [sheet];
  const root = document.createElement("div");
  root.className = kind;
  shadow.append(root);
  // What is typed and chosen in here is no answer yet.
  shadow.addEventListener("input", (event) => event.stopPropagation());
  return makers[kind]!(root, tools).update;
}
