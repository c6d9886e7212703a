// What an author of a page sees: the element's events, members and types. Together with shapes.ts these are the
// package's declarations.
import type { Suggestion, TrackDetails } from "./engagement";
import type { Action, Diagnostic, PollResults, Snapshot, SurveyResponse } from "./shapes";

/** Why something did not work, as `canvass-error` tells it. */
export interface CanvassErrorDetail {
  /**
   * Stable, for programs: `address`, `definition`, `definition-unreachable`,
   * `definition-malformed`, `wasm`, `widget`, `kept`, `refused`, `results`, `choices`,
   * `member`, `track`.
   */
  code: string;
  /** For people, in the survey's language where there is one. */
  message: string;
  /** What is wrong with the definition or the answers, in full. */
  diagnostics?: Diagnostic[];
}

export interface CanvassChangeDetail {
  /** The question; absent when something else changed, such as the page. */
  name?: string;
  value?: unknown;
  /** All answers as they are now. */
  data: Record<string, unknown>;
}

/** A file of a question with `storeDataAsText: false`. */
export interface CanvassUpload {
  question: string;
  file: File;
  /** From 0 to 1. */
  progress(share: number): void;
  /** What stands in the answer instead of the file: an address or a name of the host's own. */
  done(content: string): void;
  failed(): void;
}

/** `<canvass-widget>`'s events; all of them bubble and cross shadow roots. */
export interface CanvassEventMap {
  "canvass-ready": CustomEvent<{ id?: string }>;
  "canvass-change": CustomEvent<CanvassChangeDetail>;
  /** Cancelable: after preventDefault() the host sends the response itself. */
  "canvass-submit": CustomEvent<{ response: SurveyResponse }>;
  /** Cancelable: the survey is over and about to lead to where its `navigateToUrl` says. */
  "canvass-navigate": CustomEvent<{ url: string }>;
  "canvass-results": CustomEvent<PollResults>;
  /** A rule of the collector's model that may be acted on without a person. */
  "canvass-suggestion": CustomEvent<Suggestion>;
  /** Cancelable: after preventDefault() the host takes the file away and calls `done` or `failed`. */
  "canvass-upload": CustomEvent<CanvassUpload>;
  "canvass-error": CustomEvent<CanvassErrorDetail>;
}

/** `<canvass-widget>`. Attributes: src, definition, endpoint, locale, member, view, track, mode, name, required, disabled;
 * with themes.css also theme and density. */
export interface CanvassWidgetElement extends HTMLElement {
  /** A survey in the SurveyJS form-definition JSON; wins over `src`. */
  definition: unknown;
  /** Added to the response as `hidden`. */
  hiddenFields: Record<string, unknown> | undefined;
  /** All answers as they are now. */
  readonly data: Record<string, unknown>;
  readonly snapshot: Snapshot | undefined;
  /** Starts over with a fresh survey. */
  reset(): void;
  /** As if the member pressed the last page's button; false when something stands in the way. */
  submit(): boolean;
  /** False when the survey refused it. */
  apply(action: Action): boolean;
  /** Reports what the member did to the collector, which counts what its model lets a page report. Needs `member`. */
  track(type: string, details?: TrackDetails): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "canvass-widget": CanvassWidgetElement;
  }
  interface HTMLElementEventMap extends CanvassEventMap {}
}
