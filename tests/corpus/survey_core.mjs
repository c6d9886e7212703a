// Every case through survey-core: what we expect after each action must be what it gives.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { join } from "node:path";
import { test } from "node:test";
import { cases, root, seed } from "./cases.mjs";

// Where the two may differ: { case: { member: reason } }.
const acceptedDifferences = {
  "summer-camp": { visible: "a number out of bounds is an answer with an error here, there it is no answer", data: "as visible" },
  "unknown-and-wrong": { visible: "a condition that does not compile hides here" },
};

process.env.TZ = "UTC";
const survey = createRequire(join(root, "package.json"))("survey-core");
createRequire(join(root, "package.json"))("survey-core/survey.i18n");
console.warn = console.error = () => {};  // what faulty definitions make it say
survey.Question.prototype.focus = () => {};
// A choice that a pointer made, and no pause after it.
survey.QuestionRadiogroupModel.prototype.supportAutoAdvance = () => true;
survey.settings.autoAdvanceDelay = 0;

const plain = (value) => (value === undefined ? undefined : JSON.parse(JSON.stringify(value)));

// Names of what dynamic panels and matrices hold are paths into the answer.
function question(model, name) {
  return model.getAllQuestions(false, false, true).find((each) => each.name === name);
}

function act(model, { do: verb, name, value, text, locale }) {
  switch (verb) {
    case "set":
      model.changed = name;
      return void (question(model, name).value = plain(value));
    case "comment": return void (question(model, name).comment = text ?? value);
    case "clear": return question(model, name).clearValue();
    case "variable": return model.setVariable(name, plain(value));
    case "start": return model.start();
    case "preview": return model.showPreview();
    case "next": return model.nextPage();
    case "back": return model.prevPage();
    case "complete": return model.tryComplete();
    case "advance":
      model.autoAdvanceEnabled = model.advances;
      model.tryGoNextPageAutomatic(model.changed);
      model.autoAdvanceEnabled = false;
      return;
    case "locale": return void (model.locale = locale);
    default: throw new Error(`survey-core cannot "${verb}"`);
  }
}

const textsOf = (errors) => errors.map((error) => error.locText.textOrHtml);

// Every question with the name that we give it: those in rows by the path to their answer.
function* named(questions, prefix = "") {
  for (const each of questions) {
    const name = prefix + each.name;
    yield [name, each];
    for (const item of each.items ?? []) if (item.editor) yield [`${name}.${item.name}`, item.editor];
    for (const [index, panel] of (each.visiblePanels ?? []).entries()) yield* named(panel.questions, `${name}[${index}].`);
    for (const [index, row] of (each.visibleRows ?? []).entries()) {
      const place = each.isDescendantOf("matrixdynamic") ? `[${index}]` : `.${row.rowName}`;
      for (const cell of row.cells ?? []) if (cell.question) yield [`${name}${place}.${cell.column.name}`, cell.question];
    }
  }
}

function stateOf(model) {
  const questions = model.getAllQuestions(true).filter((each) => each.isVisible && each.isParentVisible);
  const errors = [...named(questions)].filter(([, each]) => each.errors?.length > 0 && model.state !== "completed");
  return {
    page: model.currentPageNo,
    state: model.state,
    visible: questions.map(({ name }) => name),
    titles: Object.fromEntries(questions.map((each) => [each.name, each.locTitle.textOrHtml])),
    errors: Object.fromEntries(errors.map(([name, each]) => [name, textsOf(each.errors)])),
    calculated: Object.fromEntries(model.calculatedValues.map(({ name, value }) => [name, plain(value) ?? null])),
    data: plain(model.data),
  };
}

for (const each of cases) {
  test(`${each.name}: survey-core gives what we expect`, () => {
    survey.settings.onDateCreated = (date, _reason, value) => (value ? date : new Date(each.now));
    const model = new survey.Model(plain(each.definition));
    model.randomSeed = seed;
    model.advances = model.autoAdvanceEnabled;
    model.autoAdvanceEnabled = false;  // only when an action says so
    if (each.locale) model.locale = each.locale;
    each.steps.forEach(({ action, expect }, step) => {
      act(model, action);
      const state = stateOf(model);
      for (const [member, expected] of Object.entries(expect)) {
        if (acceptedDifferences[each.name]?.[member]) continue;
        assert.deepEqual(state[member], expected, `${member} after step ${step + 1}, ${JSON.stringify(action)}`);
      }
    });
  });
}
