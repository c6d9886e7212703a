// Choices that lie at an address (survey-core's choicesByUrl): fetched, and found in what came.
import type { ChoicesByUrl } from "./abi";
import { mostBytes } from "./source";

function member(item: unknown, path: string): unknown {
  return path.split(".").reduce<unknown>((inside, name) => (inside as Record<string, unknown> | null | undefined)?.[name], item);
}

// JSON, or a text with a choice on each line.
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text.split("\n").map((line) => line.trim()).filter(Boolean);
  }
}

function choiceOf(item: unknown, { valueName, titleName, imageLinkName }: ChoicesByUrl): unknown {
  if (typeof item !== "object" || item === null) return item;
  const text = member(item, titleName || "title"), imageLink = member(item, imageLinkName || "imageLink");
  return {
    value: valueName ? member(item, valueName) : Object.values(item)[0],
    ...(text !== undefined && text !== null && { text }),
    ...(typeof imageLink === "string" && { imageLink }),
  };
}

export async function fetchChoices(address: string, how: ChoicesByUrl, signal: AbortSignal): Promise<unknown[]> {
  const response = await fetch(new URL(address, document.baseURI), { headers: { Accept: "application/json" }, signal });
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  const text = await response.text();
  if (text.length > mostBytes) throw new Error("more than 4 MB");
  const parsed = parse(text), path = how.path ?? "";
  const steps = path.split([";", ","].find((sign) => path.includes(sign)) ?? ".").filter(Boolean);
  const list = steps.reduce<unknown>((inside, step) => member(inside, step), parsed);
  if (!Array.isArray(list)) throw new Error(`no list${path && ` at "${path}"`}`);
  return list.filter(Boolean).map((item) => choiceOf(item, how));
}
