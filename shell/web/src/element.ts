// <canvass-widget>: attributes, life cycle, slots, events and the host's small interface. What it is made of lies in
// the other files, one feature each.
import type { CoreEvent, Loaded, Sending } from "./abi";
import type { Tracker, TrackDetails } from "./engagement";
import { Fault } from "./fault";
import { FormPart } from "./form";
import { english } from "./generated";
import { Message } from "./message";
import { make } from "./parts";
import type { CanvassEventMap, CanvassWidgetElement } from "./public";
import { contextLoss } from "./renderer";
import { LiveResults, pollAddress } from "./results";
import type { Action, Diagnostic, PollResults, Snapshot, SurveyResponse } from "./shapes";
import { endpointFor, readSource } from "./source";
import type { Source } from "./source";
import { Stage } from "./stage";
import { styles } from "./styles";
import { fill, loadWords } from "./texts";
import type { Words } from "./texts";
import { ThemeWatch } from "./theme";
import { retryNow, send, startOutbox } from "./transport";
import { loadWasm } from "./wasm";

// A script of its own: most widgets neither track nor show a member's card.
const engagement = () => import(new URL("engagement.js", import.meta.url).href) as Promise<typeof import("./engagement")>;

// And this: most choices stand in the definition.
const elsewhere = () => import(new URL("choices.js", import.meta.url).href) as Promise<typeof import("./choices")>;

const nearby = "600px";  // around the visible page: there a widget begins to load

// The page's own modules run before this, so that none misses an event of a widget that loads quickly.
const pageListens = new Promise<unknown>((resolve) => {
  const [navigation] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  if (document.readyState === "complete" || navigation?.domContentLoadedEventStart) resolve(undefined);
  else document.addEventListener("DOMContentLoaded", resolve, { once: true });
});

function slot(name: string): HTMLSlotElement {
  const element = make("slot");
  element.name = name;
  return element;
}

export class CanvassWidget extends HTMLElement implements CanvassWidgetElement {
  static readonly formAssociated = true;
  static readonly observedAttributes = ["src", "definition", "endpoint", "locale", "member", "mode", "required", "view"];

  hiddenFields: Record<string, unknown> | undefined;
  readonly #root = this.attachShadow({ mode: "open", delegatesFocus: true });
  readonly #internals = this.attachInternals();
  readonly #form = new FormPart(this.#internals);
  readonly #message = new Message();
  readonly #poster = slot("poster");
  readonly #thanks = slot("thanks");
  readonly #fallback = slot("fallback");
  readonly #theme = new ThemeWatch(this, () => this.#follow());
  readonly #results = new LiveResults(
    (results) => {
      this.#polls.set(results.question, results);
      if (!this.#stage?.core.takeResults(results)) return;
      this.#stage.request();
      this.#tell("canvass-results", results);
    },
    (question, error) => {
      this.#stage?.core.takeResults({ question });
      this.#stage?.request();
      this.#tellError("results", `${this.#words["resultsFailed"]} (${error.message})`);
    },
  );
  readonly #nearness = new IntersectionObserver(
    (entries) => { if (entries.some((entry) => entry.isIntersecting)) this.#begin(); },
    { rootMargin: nearby },
  );

  readonly #polls = new Map<string, PollResults>();
  readonly #fetches = new Map<string, AbortController>();
  #given: unknown;
  #words: Words = english;
  #stage: Stage | undefined;
  #source: Source | undefined;
  #surveyId: string | undefined;
  #endpoint: string | undefined;
  #begun = false;
  #completed = false;
  #tracker: Promise<Tracker> | undefined;
  #answered = new Set<string>();
  #run = 0;  // counts loads, so that one overtaken by the next is let go

  constructor() {
    super();
    this.#thanks.hidden = this.#fallback.hidden = true;
    this.#root.append(this.#poster, this.#message.element, this.#thanks, this.#fallback, this.#theme.probe);
    this.#dress();
  }

  // For tests and the curious.
  get debug() {
    return {
      frames: 0, paints: 0, mirrored: 0,
      ...this.#stage?.counters,
      plain: this.#stage?.plain ?? false,
      loseContext: () => contextLoss()?.loseContext(),
      restoreContext: () => contextLoss()?.restoreContext(),
    };
  }

  get definition(): unknown {
    return this.#given ?? this.#source?.definition;
  }

  set definition(value: unknown) {
    this.#given = value;
    this.#reload();
  }

  get data(): Record<string, unknown> {
    return this.#stage?.core.data() ?? {};
  }

  get snapshot(): Snapshot | undefined {
    return this.#stage?.core.snapshot();
  }

  reset(): void {
    this.#reload();
  }

  submit(): boolean {
    this.apply({ do: "complete" });
    return this.#completed;
  }

  apply(action: Action): boolean {
    if (!this.#stage) return false;
    const { accepted } = this.#stage.core.act(action);
    this.#acted();
    this.#stage.request();
    return accepted;
  }

  track(type: string, details: TrackDetails = {}): void {
    void this.#track((tracker) => tracker.track(type, details));
  }

  connectedCallback(): void {
    this.#theme.start();
    startOutbox();
    if (!this.#begun) this.#nearness.observe(this);
  }

  // An element that is only moved keeps its survey.
  disconnectedCallback(): void {
    queueMicrotask(() => {
      if (!this.isConnected) this.#end();
    });
  }

  attributeChangedCallback(name: string, before: string | null, after: string | null): void {
    if (before === after) return;
    if (name === "definition") this.#given = after ?? undefined;
    if (name === "mode") this.#follow();
    else if (name === "required") this.#validate();
    else if (name === "locale" && !this.#isCard()) void this.#translate();
    else if (name === "member" && !this.#isCard()) this.#tracker = undefined;
    else this.#reload();
  }

  formResetCallback(): void {
    this.reset();
  }

  formDisabledCallback(disabled: boolean): void {
    if (this.#stage) this.#stage.element.inert = disabled;
  }

  #tell<Type extends keyof CanvassEventMap>(
    type: Type, detail: CanvassEventMap[Type]["detail"], cancelable = false,
  ): boolean {
    return this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true, cancelable }));
  }

  #tellError(code: string, message: string, diagnostics?: Diagnostic[]): void {
    this.#tell("canvass-error", { code, message, ...(diagnostics && { diagnostics }) });
  }

  #dress(): void {
    this.#root.adoptedStyleSheets = [...styles(this.#stage?.plain ?? false), this.#theme.sheet];
  }

  #end(): void {
    this.#theme.stop();
    this.#nearness.disconnect();
    this.#results.stop();
    this.#stage?.destroy();
    this.#stage = undefined;
    this.#begun = false;
    this.#run++;
  }

  // The host page looks different now.
  #follow(): void {
    if (!this.#stage) return;
    this.#stage.setTheme(this.#theme.read());
    this.#dress();
  }

  #begin(): void {
    if (this.#begun) return;
    this.#begun = true;
    this.#nearness.disconnect();
    void this.#load();
  }

  #reload(): void {
    if (this.#begun) void this.#load();
  }

  #locale(): string {
    return this.getAttribute("locale") ?? this.closest<HTMLElement>("[lang]")?.lang ?? "";
  }

  async #load(): Promise<void> {
    const run = ++this.#run;
    this.#message.hide();
    this.#thanks.hidden = this.#fallback.hidden = true;
    this.#completed = false;
    this.#answered.clear();
    const locale = this.#locale();
    const words = loadWords(locale, english);
    const wasm = loadWasm().catch((error: Error) => {
      throw new Fault("wasm", error.message);
    });
    try {
      const source = this.#isCard() ? this.#card(locale) : readSource(this.#given, this.getAttribute("src"));
      await Promise.all([source, words, wasm, pageListens]);
      if (run !== this.#run) return;
      this.#words = await words;
      this.#endpoint = this.#collector();
      this.#show(await source, locale);
      if (this.hasAttribute("track")) void this.#track((tracker) => tracker.arrive());
    } catch (error) {
      this.#words = await words;
      await pageListens;
      if (run === this.#run) this.#fail(error as Error);
    }
  }

  #collector(): string | undefined {
    return endpointFor(this.getAttribute("endpoint"), this.getAttribute("src"));
  }

  #isCard(): boolean {
    return this.getAttribute("view") === "member";
  }

  async #card(locale: string): Promise<Source> {
    const endpoint = this.#collector();
    const member = this.getAttribute("member");
    if (!endpoint || !member) throw new Fault("member", "A member's card needs `endpoint` and `member`.");
    const definition = await (await engagement()).card(endpoint, member, locale).catch((error: Error) => {
      throw new Fault("member", error.message);
    });
    return { definition };
  }

  async #track(use: (tracker: Tracker) => void): Promise<void> {
    const member = this.getAttribute("member");
    const endpoint = this.#collector();
    if (!member || !endpoint) return;
    this.#tracker ??= engagement().then(({ Tracker }) => new Tracker(
      endpoint, member,
      (suggestion) => this.#tell("canvass-suggestion", suggestion),
      (error) => this.#tellError("track", error.message),
    ));
    use(await this.#tracker);
  }

  // A question's first answer, and with the first of all the beginning of the survey.
  #trackAnswer(name: string): void {
    if (!this.hasAttribute("track") || this.#isCard() || this.#answered.has(name)) return;
    if (this.#answered.size === 0) this.track("started");
    this.#answered.add(name);
    this.track("answered");
  }

  // Another language for the survey as it stands.
  async #translate(): Promise<void> {
    const run = this.#run;
    const locale = this.#locale();
    const words = await loadWords(locale, english);
    if (!this.#stage || run !== this.#run) return;
    this.#words = words;
    this.#stage.element.lang = locale;
    this.#stage.core.setTexts(words);
    this.apply({ do: "locale", locale });
  }

  #show(source: Source, locale: string): void {
    this.#source = source;
    this.#stage ??= new Stage(this.#theme.read(), () => this.getAttribute("mode") === "plain", () => this.#acted(), {
      poll: (question) => ({
        results: this.#polls.get(question),
        address: this.#endpoint && this.#surveyId && pollAddress(this.#endpoint, this.#surveyId, question),
        member: this.#completed ? this.getAttribute("member") : null,
        refresh: () => this.#results.refresh(),
        again: () => this.reset(),
      }),
      act: (action) => void this.apply(action),
      upload: (upload) => !this.#tell("canvass-upload", upload, true),
    });
    const stage = this.#stage;
    this.#results.stop();
    const loaded = stage.core.load({
      definition: source.definition,
      id: source.id,
      locale,
      texts: this.#words,
      seed: crypto.getRandomValues(new Uint32Array(1))[0]!,
      now: Date.now(),
      offset: -new Date().getTimezoneOffset(),
    });
    this.#surveyId = loaded.id;
    this.#poster.hidden = true;
    stage.element.lang = locale;
    stage.element.inert = this.matches(":disabled");
    this.#root.insertBefore(stage.element, this.#thanks);
    this.#dress();
    stage.request();
    this.#acted();
    this.#changed();
    this.#report(loaded);
  }

  #report({ loaded, id, diagnostics }: Loaded): void {
    const { errors, notes } = diagnostics;
    if (errors.length > 0) {
      const message = errors.map((each) => `${each.message} (${each.pointer})`).join("\n");
      this.#tellError("definition", message, [...errors, ...notes]);
    }
    if (loaded) this.#tell("canvass-ready", id === undefined ? {} : { id });
  }

  #fail(error: Error): void {
    const { code, message, diagnostics } = error instanceof Fault ? error : new Fault("widget", error.message);
    const text = code === "wasm" ? `${this.#words["wasmFailed"]} (${message})` : fill(this.#words["loadFailed"]!, message);
    this.#fallback.hidden = code !== "wasm";
    this.#results.stop();
    this.#stage?.destroy();
    this.#stage = undefined;
    this.#message.show(text, { label: this.#words["retry"]!, action: () => this.#reload() });
    this.#tellError(code, text, diagnostics);
  }

  // Tells the host what happened in the survey since it was last asked.
  #acted(): void {
    for (const event of this.#stage?.core.events() ?? []) {
      if (event.type === "change") {
        const { name, value } = event;
        this.#changed();
        if (name !== undefined) this.#trackAnswer(name);
        this.#tell("canvass-change", { ...(name !== undefined && { name, value }), data: this.data });
      } else if (event.type === "results") this.#watch(event.question);
      else if (event.type === "choices") void this.#fetch(event);
      else if (event.type === "retry") void retryNow();
      else this.#complete();
    }
  }

  #changed(): void {
    this.#form.setData(this.data);
    this.#validate();
  }

  #validate(): void {
    this.#form.setValidity(this.hasAttribute("required"), this.#completed, this.#words["required"]!, this.#stage?.firstControl());
  }

  // The choices of a question that lie elsewhere; none while its address lacks an answer.
  async #fetch(event: Extract<CoreEvent, { type: "choices" }>): Promise<void> {
    const { name, address, how } = event, run = this.#run;
    this.#fetches.get(name)?.abort();
    const fetching = new AbortController();
    this.#fetches.set(name, fetching);
    const isOver = () => run !== this.#run || fetching.signal.aborted;
    try {
      const choices = address ? await (await elsewhere()).fetchChoices(address, how, fetching.signal) : [];
      if (!isOver()) this.apply({ do: "choices", name, choices });
    } catch (error) {
      if (isOver()) return;
      const message = `${name}: ${(error as Error).message}`;
      this.#message.show(message, { label: this.#words["retry"]!, action: () => {
        this.#message.hide();
        void this.#fetch(event);
      } });
      this.#tellError("choices", message);
    }
  }

  #watch(question: string): void {
    if (this.#endpoint && this.#surveyId) this.#results.watch(this.#endpoint, this.#surveyId, question);
  }

  #complete(): void {
    this.#completed = true;
    this.#changed();
    const member = this.getAttribute("member");
    if (this.#isCard()) {
      void this.#optOut(this.#endpoint!, member!);
      return;
    }
    const response = this.#stage!.core.respond({
      random: Array.from(crypto.getRandomValues(new Uint8Array(10))),
      ...(member && { member }),
      hidden: this.hiddenFields,
    });
    this.#message.hide();
    this.#thanks.hidden = this.#thanks.assignedElements().length === 0;
    if (!this.#tell("canvass-submit", { response }, true)) return;
    if (this.#endpoint) void this.#send(this.#endpoint, response);
    else this.#leave();
  }

  // Where the definition leads once all is done; not away from a form that holds the answers.
  #leave(): void {
    const url = this.snapshot?.navigateTo;
    if (url && !this.#form.present && this.#tell("canvass-navigate", { url }, true)) location.assign(url);
  }

  // How sending goes, in the survey that was sent: false once another one stands there.
  #showSending(): (state: Sending) => boolean {
    const run = this.#run;
    return (state) => {
      if (run !== this.#run || !this.#stage) return false;
      this.#stage.core.show(state);
      this.#stage.request();
      return true;
    };
  }

  async #optOut(endpoint: string, member: string): Promise<void> {
    const show = this.#showSending();
    show("sending");
    try {
      await (await engagement()).optOut(endpoint, member);
      show("sent");
    } catch (error) {
      const message = fill(this.#words["refused"]!, (error as Error).message);
      if (show("refused")) this.#reopen(message);
      this.#tellError("member", message);
    }
  }

  async #send(endpoint: string, response: SurveyResponse): Promise<void> {
    const show = this.#showSending();
    show("sending");
    try {
      await send(new URL("v1/responses", endpoint).href, response, (fault) => {
        if (!fault) {
          if (!show("sent")) return;
          this.#results.refresh();
          this.#leave();
          return;
        }
        const message = fill(this.#words["refused"]!, fault.message);
        if (show("refused")) this.#reopen(message);
        this.#tellError("refused", message, fault.diagnostics);
      });
    } catch (error) {
      show("kept");
      this.#tellError("kept", `${this.#words["kept"]} (${(error as Error).message})`);
    }
  }

  // The answers were refused and stand in the survey again, to be changed.
  #reopen(message: string): void {
    this.#completed = false;
    this.#thanks.hidden = true;
    this.#message.show(message);
    this.#changed();
  }
}
