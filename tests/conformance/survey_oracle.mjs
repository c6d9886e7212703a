// survey-core driven by the actions of `canvass run`, and what it shows after each.
process.env.TZ = "UTC";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const survey = createRequire(join(root, "package.json"))("survey-core");

export const now = "2026-11-22T17:40:00.000Z";
console.warn = console.error = () => {};
survey.settings.onDateCreated = (date, _reason, value) => (value ? date : new Date(now));
// There is nothing to focus, but the page that it is on is turned to.
survey.Question.prototype.focus = function (onError) {
  if (!this.isVisible || this.isReadOnly || !this.page || !this.survey || this.survey.activePage === this.page) return;
  this.survey.focusQuestionByInstance(this, onError);
  this.survey.focusingQuestionInfo = undefined;
};

const plain = (value) => (value === undefined ? null : JSON.parse(JSON.stringify(value)));

const deeds = {
  set: (model, { name, value }) => model.setValue(name, plain(value) ?? undefined),
  comment: (model, { name, value }) => model.setComment(model.getQuestionByName(name)?.getValueName() ?? name, value),
  clear: (model, { name }) => model.clearValue(model.getQuestionByName(name)?.getValueName() ?? name),
  variable: (model, { name, value }) => model.setVariable(name, plain(value)),
  next: (model) => model.nextPage(),
  back: (model) => model.prevPage(),
  complete: (model) => model.tryComplete(),
  locale: (model, { locale }) => { model.locale = locale; },
  start: (model) => model.start(),
  preview: (model) => model.showPreview(),
  edit: (model) => model.cancelPreview(),
  addRow: (model, { name }) => {
    const question = model.getQuestionByName(name);
    if (question.addRow) question.addRow();
    else question.addPanel();
  },
  removeRow: (model, { name }) => {  // "panel[0]"
    const [, owner, index] = /^(.*)\[(\d+)\]$/.exec(name);
    const question = model.getQuestionByName(owner);
    if (question.removeRow) question.removeRow(Number(index));
    else question.removePanel(Number(index));
  },
};

const display = new Set(["html", "image"]);
const textOf = (item) => item.locText.renderedHtml;

function choicesOf(question) {
  if (question.getType() === "rating") return question.visibleRateValues.map((rate) => [rate.value, textOf(rate), true]);
  const list = question.visibleChoices;
  if (!list || question.getType() === "ranking") return undefined;
  // A picture picker also disables what has no picture, or one that has not arrived: there is no screen here.
  const pictures = question.getType() === "imagepicker";
  const free = (item) => (question.getItemEnabled && !pictures ? question.getItemEnabled(item) : item.isEnabled && !question.isInputReadOnly);
  const selectsAll = (item) => item === question.selectAllItemValue || item === question.selectAllItem;
  return list.map((item) => [selectsAll(item) ? null : item.value, textOf(item), free(item)]);
}

// What stands in rows, under the paths that name it here: "panel[0].q", "matrix.row1.column", "texts.item".
function* partsOf(question) {
  const { name } = question;
  const row = (each, index) => (question.getType() === "matrixdynamic" ? `${name}[${index}]` : `${name}.${each.rowName}`);
  if (question.panels) {
    for (const [index, panel] of question.panels.entries()) for (const part of panel.questions) yield [`${name}[${index}].${part.name}`, part];
  } else if (question.items && question.getType() === "multipletext") {
    for (const item of question.items) yield [`${name}.${item.name}`, item.editor];
  } else if (question.visibleRows && question.getType() !== "matrix") {
    for (const [index, each] of question.visibleRows.entries()) {
      if (each.hasPanel && !each.detailPanel) each.showDetailPanel();
      for (const part of each.detailPanel?.questions ?? []) yield [`${row(each, index)}.${part.name}`, part];
      for (const cell of each.cells) yield [`${row(each, index)}.${cell.column.name}`, cell.question];
    }
  }
}

function stateOf(model) {
  const all = model.getAllQuestions();
  const visible = all.filter((question) => question.isVisible && question.isParentVisible);
  const containers = [...model.pages, ...model.getAllPanels()].filter((panel) => panel.isVisible);
  const errors = {};
  const named = [...visible, ...containers].map((element) => [element.name, element]);
  for (const [name, element] of [...named, ...visible.flatMap((question) => [...partsOf(question)])]) {
    if (element.errors.length) errors[name] = element.errors.map((error) => error.locText.textOrHtml || error.getText());
  }
  const running = model.state === "running" || model.state === "starting" || model.state === "preview";
  const onPage = running && model.currentPage ? model.currentPage.questions.filter((question) => question.isVisible && question.isParentVisible) : [];
  return {
    page: model.currentPageNo,
    state: model.state,
    visible: visible.map(({ name }) => name),
    titles: Object.fromEntries(visible.filter((question) => !display.has(question.getType())).map((question) => [question.name, question.locTitle.renderedHtml])),
    errors,
    calculated: Object.fromEntries(model.calculatedValues.map((each) => [each.name, plain(each.value)])),
    data: plain(model.data),
    shown: Object.fromEntries(onPage.map((question) => [question.name, {
      number: question.no || "", required: question.isRequired, readOnly: question.isReadOnly, choices: plain(choicesOf(question)),
    }])),
  };
}

// The states before the actions and after each up to the end of the survey; with `throws` when survey-core throws.
export function askOracle({ definition, actions }) {
  const states = [];
  try {
    const model = new survey.Model(plain(definition));
    model.randomSeed = 1;
    // As a page does that shows them: cells are made, and what they compute is known to conditions.
    for (const question of model.getAllQuestions()) void question.visibleRows;
    states.push(stateOf(model));
    for (const action of actions) {
      if (model.state === "completed") break;
      deeds[action.do](model, action);
      states.push(stateOf(model));
    }
  } catch (error) {
    return { states, throws: String(error?.stack ?? error) };
  }
  return { states };
}
