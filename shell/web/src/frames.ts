// Frames on demand: an event asks for one, and all widgets that asked share it. Nothing asks, nothing runs.

export interface Framed {
  // True: another frame is wanted, an animation goes on.
  frame(time: number): boolean;
}

const waiting = new Set<Framed>();
let handle = 0;

function run(time: number): void {
  handle = 0;
  const due = [...waiting];
  waiting.clear();
  for (const each of due) {
    if (each.frame(time)) requestFrame(each);
  }
}

export function requestFrame(framed: Framed): void {
  waiting.add(framed);
  if (handle === 0) handle = requestAnimationFrame(run);
}

export function cancelFrame(framed: Framed): void {
  waiting.delete(framed);
}
