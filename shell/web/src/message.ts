// What a member is told when the widget itself cannot say it: in the element, in the host's own font and colours.
import { make } from "./parts";

export class Message {
  readonly element = make("div", "message");

  constructor() {
    this.hide();
  }

  hide(): void {
    this.element.hidden = true;
    this.element.replaceChildren();
  }

  show(text: string, retry?: { label: string; action: () => void }): void {
    const words = make("p");
    words.textContent = text;
    this.element.setAttribute("role", "alert");
    this.element.replaceChildren(words);
    if (retry) {
      const button = make("button");
      button.type = "button";
      button.textContent = retry.label;
      button.addEventListener("click", retry.action);
      this.element.append(button);
    }
    this.element.hidden = false;
  }
}
