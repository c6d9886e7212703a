// A failure that is told to the member (in the page) and to the host (canvass-error).
import type { Diagnostic } from "./shapes";

export class Fault extends Error {
  constructor(readonly code: string, message: string, readonly diagnostics?: Diagnostic[]) {
    super(message);
  }
}
