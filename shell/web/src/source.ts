// Where a widget's definition comes from: its property, its attribute, or the address in `src`.
import { Fault } from "./fault";

export interface Source {
  definition: unknown;
  id?: string | undefined;  // as a collector names it
}

export const mostBytes = 4 << 20;  // JsonLimits::bytes
const collectorPath = /^(.*\/)v1\/definitions\/([^/?#]+)$/;

function addressOf(text: string): URL {
  try {
    return new URL(text, document.baseURI);
  } catch {
    throw new Fault("address", `"${text}" is not an address.`);
  }
}

function parse(text: string): unknown {
  if (text.length > mostBytes) throw new Fault("definition-malformed", "The definition is larger than 4 MB.");
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new Fault("definition-malformed", `The definition is not JSON: ${(error as Error).message}`);
  }
}

export async function readSource(given: unknown, src: string | null): Promise<Source> {
  if (typeof given === "string") return { definition: parse(given) };
  if (given !== undefined && given !== null) return { definition: given };
  if (src === null) throw new Fault("definition", "The widget has neither `src` nor `definition`.");
  const url = addressOf(src);
  let text: string;
  try {
    const response = await fetch(url, { headers: { Accept: "application/json" } });
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    text = await response.text();
  } catch (error) {
    throw new Fault("definition-unreachable", `${url.pathname}: ${(error as Error).message}`);
  }
  const id = collectorPath.exec(url.pathname)?.[2];
  return { definition: parse(text), id: id && decodeURIComponent(id) };
}

// The collector's address, ending in a slash: as given, else the one that `src` came from.
export function endpointFor(endpoint: string | null, src: string | null): string | undefined {
  if (endpoint !== null) return addressOf(endpoint.replace(/\/*$/, "/")).href;
  const url = src === null ? undefined : addressOf(src);
  const base = url && collectorPath.exec(url.pathname)?.[1];
  return base && new URL(base, url).href;
}
