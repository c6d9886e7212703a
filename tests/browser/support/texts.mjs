// What a page says, and what it would say in English.
import { readFileSync, readdirSync } from "node:fs";

const assets = new URL("../../../assets/", import.meta.url);
const json = (path) => JSON.parse(readFileSync(new URL(path, assets), "utf8"));

// Every text and label of the page, inside widgets too, but for what says of itself that it is in another language.
export const textsOf = (page) => page.evaluate(() => {
  const texts = [];
  const visit = (node) => {
    if (node.nodeType === Node.TEXT_NODE) texts.push(node.data.trim());
    if (node.nodeType === Node.ELEMENT_NODE) {
      if (["SCRIPT", "STYLE"].includes(node.tagName) || node.lang === "en") return;
      for (const name of ["aria-label", "aria-description", "aria-valuetext", "placeholder", "title", "alt"]) {
        if (node.hasAttribute(name)) texts.push(node.getAttribute(name).trim());
      }
    }
    for (const child of [...(node.shadowRoot?.childNodes ?? []), ...node.childNodes]) visit(child);
  };
  visit(document.body);
  return texts.filter(Boolean);
});

function* translated(value) {
  if (typeof value !== "object" || value === null) return;
  const english = value.en ?? value.default;
  if (typeof english === "string" && typeof value.de === "string") yield [english, value.de];
  else for (const inner of Object.values(value)) yield* translated(inner);
}

// A pattern for each English text of the interface and of the demo's definitions that is another one in German.
export function englishTexts() {
  const german = json("locales/de.json");
  const pairs = Object.entries(json("locales/en.json")).map(([key, text]) => [text, german[key]]);
  for (const file of readdirSync(new URL("definitions/", assets))) pairs.push(...translated(json(`definitions/${file}`)));
  return pairs.filter(([english, text]) => english !== text).map(([english]) => pattern(english));
}

// {0} and {name} stand for anything; sentences also count inside of others, where a word might be another one.
function pattern(text) {
  const parts = text.replace(/<[^>]*>/g, "").split(/\{[^}]*\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const source = parts.join(".*");
  return new RegExp(text.includes(" ") ? source : `^${source}$`, "s");
}
