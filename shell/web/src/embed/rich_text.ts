// Markup of a definition, made safe: only elements of the list below are made anew, without their attributes, and links
// lead to the web, to mail or to a telephone.
import type { Embedded, Tools } from "./embedded";
import { make } from "./embedded";

const kept = new Set([
  "p", "br", "em", "strong", "b", "i", "u", "s", "small", "sub", "sup", "mark", "code", "pre", "blockquote", "hr",
  "ul", "ol", "li", "dl", "dt", "dd", "div", "span", "h1", "h2", "h3", "h4", "h5", "h6", "a",
  "table", "thead", "tbody", "tr", "th", "td", "caption",
]);
// With all they hold.
const dropped = new Set(["script", "style", "template", "iframe", "object", "noscript", "svg", "math", "select", "textarea"]);

interface Policy {
  createHTML(text: string): string;
}

let policy: Policy | undefined;

function parse(markup: string): Document | undefined {
  const { trustedTypes } = globalThis as { trustedTypes?: { createPolicy(name: string, rules: Policy): Policy } };
  try {
    policy ??= trustedTypes?.createPolicy("canvass", { createHTML: (text) => text }) ?? { createHTML: (text) => text };
    // Nothing in this document is run or fetched.
    return new DOMParser().parseFromString(policy.createHTML(markup), "text/html");
  } catch {
    return undefined;  // the page allows no such policy
  }
}

function linkTo(address: string | null): string | undefined {
  try {
    const { protocol, href } = new URL(address ?? "", document.baseURI);
    return /^(https?|mailto|tel):$/.test(protocol) ? href : undefined;
  } catch {
    return undefined;
  }
}

function copy(from: Node, to: Node): void {
  for (const node of from.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) to.appendChild(document.createTextNode(node.textContent ?? ""));
    if (!(node instanceof Element)) continue;
    const name = node.localName;
    if (dropped.has(name)) continue;
    if (name === "img") to.appendChild(document.createTextNode(node.getAttribute("alt") ?? ""));
    const made = kept.has(name) ? to.appendChild(document.createElement(name)) : to;
    const link = name === "a" ? linkTo(node.getAttribute("href")) : undefined;
    if (link) Object.assign(made, { href: link, target: "_blank", rel: "noopener noreferrer" });
    copy(node, made);
  }
}

export function richText(root: HTMLElement, _: Tools): Embedded {
  let shown: string | undefined;
  return {
    update({ text, label }) {
      if (text === shown) return;
      shown = text;
      root.replaceChildren();
      const read = parse(text);
      if (read) copy(read.body, root);
      else root.append(...label.split("\n").map((line) => make("p", {}, line)));
    },
  };
}
