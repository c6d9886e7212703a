// The element as a control of the form around it: its value is the answers as JSON, and with `required` it is
// valid only once the survey is finished.

export class FormPart {
  constructor(private readonly internals: ElementInternals) {}

  // Whether there is one around it.
  get present(): boolean {
    return this.internals.form !== null;
  }

  setData(data: Record<string, unknown>): void {
    this.internals.setFormValue(Object.keys(data).length > 0 ? JSON.stringify(data) : null);
  }

  // `anchor` is where the browser shows its complaint.
  setValidity(required: boolean, completed: boolean, message: string, anchor: HTMLElement | undefined): void {
    if (!required || completed) this.internals.setValidity({});
    else this.internals.setValidity({ valueMissing: true }, message, anchor);
  }
}
