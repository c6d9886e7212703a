// Twelve questions of the kinds people use most, on three pages. The first page holds the radios that are clicked.
const choices = ["Very good", "Good", "So-so", "Poor"];
const radios = (name, title) => ({ type: "radiogroup", name, title, choices });

export const twelve = {
  title: "How was the festival?",
  showProgressBar: true,
  pages: [
    { name: "day", elements: [radios("music", "How was the music?"), radios("food", "How was the food?"),
      radios("place", "How was the place?"), radios("people", "How were the people?")] },
    { name: "you", elements: [
      { type: "checkbox", name: "days", title: "Which days were you there?", choices: ["Friday", "Saturday", "Sunday"] },
      { type: "rating", name: "again", title: "Would you come again?", rateMin: 1, rateMax: 5 },
      { type: "boolean", name: "first", title: "Was it your first time?" },
      { type: "dropdown", name: "way", title: "How did you come?", choices: ["On foot", "By bicycle", "By bus", "By car"] }] },
    { name: "words", elements: [
      { type: "text", name: "name", title: "Your name" },
      { type: "text", name: "mail", title: "Your address", inputType: "email" },
      { type: "comment", name: "best", title: "What was best?" },
      { type: "comment", name: "missing", title: "What was missing?" }] },
  ],
};

// The same by hand: what the browser itself costs.
export function bareForm() {
  const controls = {
    radiogroup: ({ name, choices }) => choices.map((choice) => `<label><input type="radio" name="${name}" value="${choice}"> ${choice}</label>`).join(""),
    checkbox: ({ name, choices }) => choices.map((choice) => `<label><input type="checkbox" name="${name}" value="${choice}"> ${choice}</label>`).join(""),
    rating: ({ name }) => [1, 2, 3, 4, 5].map((rate) => `<label><input type="radio" name="${name}" value="${rate}"> ${rate}</label>`).join(""),
    boolean: ({ name }) => ["Yes", "No"].map((side) => `<label><input type="radio" name="${name}" value="${side}"> ${side}</label>`).join(""),
    dropdown: ({ name, title, choices }) => `<select name="${name}" aria-label="${title}">${choices.map((choice) => `<option>${choice}</option>`).join("")}</select>`,
    text: ({ name, title, inputType }) => `<input name="${name}" aria-label="${title}" type="${inputType ?? "text"}">`,
    comment: ({ name, title }) => `<textarea name="${name}" aria-label="${title}"></textarea>`,
  };
  const question = (each) => `<fieldset><legend>${each.title}</legend>${controls[each.type](each)}</fieldset>`;
  const button = (text, at) => `<button type="button" data-to="${at}">${text}</button>`;
  const page = ({ elements }, at, { length }) => `<section${at ? " hidden" : ""}>${elements.map(question).join("")}` +
    `${at ? button("Back", at - 1) : ""}${at + 1 < length ? button("Next", at + 1) : ""}</section>`;
  return `<form>${twelve.pages.map(page).join("")}</form><script>addEventListener("click", ({ target: { dataset } }) => {
    if (dataset.to) document.querySelectorAll("section").forEach((page, at) => { page.hidden = at !== Number(dataset.to); });
  });</script>`;
}
