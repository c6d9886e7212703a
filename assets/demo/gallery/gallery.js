// What is chosen above the gallery stands in the address, so that every look of it can be linked to.
const form = document.getElementById("look");
const place = document.querySelector("section");
const locales = ["en", "ar", "cs", "da", "de", "el", "es", "fi", "fr", "he", "hu", "it", "ja", "ko", "nb", "nl", "pl",
  "pt", "ro", "ru", "sv", "tr", "uk", "zh", "zh-tw"];
const survey = await (await fetch("/gallery/survey.json")).json();

const option = (value, text) => new Option(text, value);
form.elements.locale.append(...locales.map((each) => option(each, `${new Intl.DisplayNames([each], { type: "language" }).of(each)} (${each})`)));
form.elements.kind.append(...[...new Set(survey.elements.map(({ type }) => type))].map((each) => option(each, each)));

function definition({ kind, state }) {
  let { elements } = survey;
  if (kind) elements = elements.filter(({ type }) => type === kind);
  if (state === "error") elements = elements.map(({ defaultValue, ...rest }) => ({ ...rest, isRequired: true }));
  if (state === "readonly") elements = elements.map((each) => ({ ...each, readOnly: true }));
  return { ...survey, elements, ...(state === "preview" && { showPreviewBeforeComplete: true }) };
}

function show() {
  const look = Object.fromEntries(new FormData(form));
  const { state, theme, scheme, density, width, mode, locale } = look;
  document.documentElement.style.colorScheme = scheme || "";
  place.style.maxWidth = width && `${width}px`;
  const widget = document.createElement("canvass-widget");
  widget.setAttribute("locale", locale);
  widget.lang = locale;
  for (const [name, value] of Object.entries({ theme, density, mode })) if (value) widget.setAttribute(name, value);
  if (state === "disabled") widget.setAttribute("disabled", "");
  widget.definition = definition(look);
  widget.addEventListener("canvass-ready", () => {
    if (state === "error") widget.submit();
    if (state === "preview") widget.apply({ do: "preview" });
  });
  place.replaceChildren(widget);
}

for (const [name, value] of new URLSearchParams(location.search)) if (form.elements[name]) form.elements[name].value = value;
form.addEventListener("change", () => {
  const chosen = [...new FormData(form)].filter(([, value]) => value);
  history.replaceState(null, "", `?${new URLSearchParams(chosen)}`);
  show();
});
if (location.search) show();
