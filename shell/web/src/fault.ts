// A failure that is told to the member (in the page) and to the host (canvass-error).
import type { CanvassErrorDetail } from "./public";
import type { Diagnostic } from "./shapes";

export class Fault extends Error {
  constructor(readonly code: string, message: string, readonly diagnostics?: Diagnostic[]) {
    super(message);
  }

  get detail(): CanvassErrorDetail {
    const { code, message, diagnostics } = this;
    return { code, message, ...(diagnostics && { diagnostics }) };
  }
}
