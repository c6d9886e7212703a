// The element's stylesheets, constructed once and shared by all widgets: strict content security policies refuse
// inline style.
import elementCss from "./element.css";
import overlayCss from "./overlay.css";
import plainCss from "./plain.css";

function sheet(css: string, media = ""): CSSStyleSheet {
  const made = new CSSStyleSheet({ media });
  made.replaceSync(css);
  return made;
}

let made: { element: CSSStyleSheet; overlay: CSSStyleSheet[]; plain: CSSStyleSheet[] } | undefined;

// On paper the mirror is what is seen, whatever the mode.
export function styles(plain: boolean): CSSStyleSheet[] {
  made ??= {
    element: sheet(elementCss),
    overlay: [sheet(overlayCss, "screen"), sheet(plainCss, "print")],
    plain: [sheet(plainCss)],
  };
  return [made.element, ...(plain ? made.plain : made.overlay)];
}
