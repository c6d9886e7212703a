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

// The first page of it by hand: what the browser itself costs.
export function bareForm() {
  const [page] = twelve.pages;
  const question = ({ name, title }) =>
    `<fieldset><legend>${title}</legend>${choices.map((choice) =>
      `<label><input type="radio" name="${name}" value="${choice}"> ${choice}</label>`).join("")}</fieldset>`;
  return `<form>${page.elements.map(question).join("")}</form>`;
}
