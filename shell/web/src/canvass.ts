// The package's entry: defines <canvass-widget>.
import { CanvassWidget } from "./element";

if (!customElements.get("canvass-widget")) customElements.define("canvass-widget", CanvassWidget);

export { CanvassWidget };
