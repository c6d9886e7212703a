// Counts a poll's published ballots again, by the core in a module of its own: shell/web/polls/abi.cpp.
import { flatten } from "../../flat";
import { attach, bytes, text } from "../../memory";
import { numberImports } from "../../numbers";

interface Exports {
  memory: WebAssembly.Memory;
  _initialize?(): void;
  canvass_input(size: number): number;
  canvass_output(): number;
  canvass_verify(length: number): number;
}

export interface Verdict {
  unchanged: boolean;
  resultMatches: boolean;
}

let loading: Promise<Exports> | undefined;

async function load(): Promise<Exports> {
  const reply = await fetch(new URL("canvass-polls.wasm", import.meta.url));
  if (!reply.ok) throw new Error(`HTTP ${reply.status}`);
  const { instance } = await WebAssembly.instantiate(await reply.arrayBuffer(), {
    canvass: numberImports,
    Math: Math as unknown as WebAssembly.ModuleImports,
    env: { emscripten_notify_memory_growth() {} },
    wasi_snapshot_preview1: {
      proc_exit(): never {
        throw new Error("the count gave up");
      },
    },
  });
  const exports = instance.exports as unknown as Exports;
  attach(exports.memory);
  exports._initialize?.();
  return exports;
}

export async function verify(published: unknown): Promise<Verdict> {
  loading ??= load().catch((error) => {
    loading = undefined;
    throw error;
  });
  const wasm = await loading;
  const message = flatten(published);
  bytes(wasm.canvass_input(message.length), message.length).set(message);
  const length = wasm.canvass_verify(message.length);
  const answer = JSON.parse(text(wasm.canvass_output(), length)) as Verdict & { errors?: { message: string }[] };
  if (answer.errors?.length) throw new Error(answer.errors.map(({ message: sentence }) => sentence).join(" "));
  return answer;
}
