// Where a survey here may differ from survey-core: each a fault of the other side or a safety limit.
// `applies` gets { definition, actions, action, states, facet, name, ours, theirs }: what was done so far, and last, and
// the state of both after it.
const elementsOf = (definition) => {
  const all = [];
  const walk = (list) => list?.forEach((each) => { all.push(each); walk(each.elements); walk(each.templateElements); });
  walk(definition.pages);
  return all;
};
const questionOf = (definition, name) => elementsOf(definition).find((each) => (each.valueName ?? each.name) === name || each.name === name);
const kindOf = (definition, name) => questionOf(definition, name)?.type;
const isNothing = (value) => value == null || value === "" || (typeof value === "object" && Object.values(value).every(isNothing));
// What is left of a value without the members that are empty.
const answered = (value) => {
  if (Array.isArray(value)) return value.map(answered);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.keys(value).sort().filter((name) => !isNothing(value[name])).map((name) => [name, answered(value[name])]));
};
const answersRows = ({ type }) => ["multipletext", "paneldynamic", "matrixdynamic", "matrixdropdown", "matrix"].includes(type);
const startless = ["next", "back", "addRow", "removeRow", "complete", "preview", "page"];
// What was done before the survey was started.
const beforeStart = (actions) => (actions.some((each) => each.do === "start") ? actions.slice(0, actions.findIndex((each) => each.do === "start")) : actions);

const mayRefuse = (page) => elementsOf({ pages: [page] }).some((each) => each.isRequired || each.validators);
const ofKind = (definition, ...kinds) => elementsOf(definition).filter(({ type }) => kinds.includes(type));
const reads = (formula, { name, valueName }) => JSON.stringify(formula).includes(`{${valueName ?? name}`);
const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);
const choosing = ["dropdown", "radiogroup", "checkbox", "tagbox", "imagepicker", "ranking", undefined];  // undefined: a cell
const cellsOf = (definition, name, column) => {
  const table = questionOf(definition, name);
  const cell = [...(table?.columns ?? []), ...(table?.templateElements ?? [])].find((each) => each.name === column);
  return cell && { choices: table.choices, ...cell, type: cell.cellType ?? cell.type ?? table.cellType };
};
// Whether a question offers choices, and this is none that it always shows.
const isNoChoice = (question, value) => Boolean(question) && choosing.includes(question.type) && [value].flat().some((each) =>
  question.choicesVisibleIf || !(question.choices ?? []).some((choice) => !choice?.visibleIf && same(choice?.value ?? choice, each)));
const withoutRest = (rows) => (Array.isArray(rows) ? rows.slice(0, rows.findLastIndex((row) => !isNothing(row)) + 1) : rows);

export const acceptedDifferences = [
  {
    reason: "a survey that was started is not started again",
    applies: ({ actions }) => actions.filter((each) => each.do === "start").length > 1,
  },
  {
    reason: "nothing set where nothing was is no change: what was said of the answer stands, and no rule is asked",
    applies: ({ actions, facet, action, name }) =>
      (["data", "errors"].includes(facet) && action?.do === "set" && isNothing(action.value) && !actions.slice(0, -1).some((each) => each.name === action.name)) ||
      (facet === "errors" && isNothing(actions.findLast((each) => each.do === "set" && each.name === name)?.value ?? 1)),
  },
  {
    reason: "a table without columns answers nothing; there drawing it counts as a change, on which rules without a question run",
    applies: ({ definition, facet, name, action }) =>
      facet === "data" && !action && elementsOf(definition).some((each) => each.type === "matrixdropdown" && !each.columns) &&
      elementsOf(definition).some((each) => each.name === name && each.setValueExpression),
  },
  {
    reason: "behind a start page there are no buttons and no rows yet: only start, values and variables do something",
    applies: ({ definition, actions, states }) => definition.firstPageIsStartPage &&
      (states.includes("starting") && mayRefuse(definition.pages[0]) ? actions : beforeStart(actions)).some((each) => startless.includes(each.do)),
  },
  {
    reason: "rows of a matrixdynamic in which nothing is answered: there they stand in the data or not, as the matrix happens to be drawn",
    applies: ({ definition, facet, name, ours, theirs }) =>
      facet === "data" && kindOf(definition, name) === "matrixdynamic" && isNothing(ours) && isNothing(theirs),
  },
  {
    reason: "what reads such rows sees them or not, as they stand in the data",
    applies: ({ definition, facet, name, action }) => {
      const formulas = elementsOf(definition).find((each) => each.name === name);
      return facet === "data" && !action && ofKind(definition, "matrixdynamic").some((each) => reads(formulas ?? {}, each));
    },
  },
  {
    reason: "rows keep to their least and their most whatever a page sets or a default says; there that holds for the buttons only",
    applies: ({ definition, facet, name, ours, theirs }) => {
      const question = questionOf(definition, name);
      if (facet !== "data" || !["paneldynamic", "matrixdynamic"].includes(question?.type)) return false;
      const least = question.minRowCount ?? question.minPanelCount ?? 0, most = question.maxRowCount ?? question.maxPanelCount ?? Infinity;
      const size = (rows) => rows?.length ?? 0;
      return size(theirs) !== size(ours) && size(ours) === Math.min(Math.max(size(theirs), least), most);
    },
  },
  {
    reason: "panels in which nothing is answered: there they stand in the data or not, as they were set before",
    applies: ({ definition, actions, facet, name, ours, theirs }) =>
      (facet === "data" && kindOf(definition, name) === "paneldynamic" && isNothing(ours) && isNothing(theirs)) ||
      (facet === "errors" && ofKind(definition, "paneldynamic").some((each) =>
        name.startsWith(`${each.name}[`) && actions.some((action) => action.do === "set" && action.name === each.name && isNothing(action.value)))),
  },
  {
    reason: "rows a page sets are as it sets them; there what it leaves empty takes its default where there are fewer rows than before, not where there are more",
    applies: ({ definition, facet, name, action, ours, theirs }) =>
      facet === "data" && action?.do === "set" && action.name === name && kindOf(definition, name) === "matrixdynamic" &&
      Array.isArray(ours) && Array.isArray(theirs) && ours.length === theirs.length &&
      ours.every((row, at) => Object.keys(row).every((column) => same(row[column], theirs[at][column]))),
  },
  {
    reason: "an empty list or text in a cell is no answer there once the cell is made, and one here until it is answered",
    applies: ({ facet, ours, theirs }) =>
      facet === "data" && JSON.stringify(answered(withoutRest(ours))) === JSON.stringify(answered(withoutRest(theirs))),
  },
  {
    reason: "a picture picker of several takes the one value of a formula or trigger as it is there, which no picture shows as chosen",
    applies: ({ definition, facet, name, ours, theirs }) =>
      facet === "data" && kindOf(definition, name) === "imagepicker" && Array.isArray(ours) && ours.length === 1 && ours[0] === theirs,
  },
  {
    reason: "nobody answers in a preview: expressions stand still there, and are kept right here",
    applies: ({ actions, facet }) => facet === "data" && actions.findLastIndex((each) => each.do === "preview") > actions.findLastIndex((each) => each.do === "edit") && actions.length > 1,
  },
  {
    reason: "a trigger that sets itself off goes round three times there, ten times here",
    applies: ({ definition, facet, name }) =>
      facet === "data" && (definition.triggers ?? []).some((each) => each.type === "runexpression" && each.setToName === name && JSON.stringify(each).includes(`{${name}}`)),
  },
  {
    reason: "required answers in rows are missed there when everything is checked at the end",
    applies: ({ definition, facet, ours, theirs }) =>
      definition.checkErrorsMode === "onComplete" && facet === "state" && ours === "running" && theirs === "completed" && elementsOf(definition).some(answersRows),
  },
  {
    reason: "a condition sees what cells have by default or compute; there only after the next answer",
    applies: ({ definition, facet, name, action }) =>
      !action && ofKind(definition, "matrixdropdown", "matrixdynamic").length > 0 &&
      (facet === "visible" || (facet === "data" && (definition.triggers ?? []).some((each) => each.setToName === name))),
  },
  {
    reason: "what rows compute is computed in a disabled panel as questions are there; there rows wait for the panel, one answer too long",
    applies: ({ definition, facet, name, ours, theirs }) =>
      facet === "data" && ofKind(definition, "panel").some((each) => each.enableIf && elementsOf({ pages: [each] }).some((inner) => inner.name === name)) &&
      answersRows({ type: kindOf(definition, name) }) && JSON.stringify(ours ?? "").length > JSON.stringify(theirs ?? "").length &&
      JSON.stringify(definition).includes('"expression"'),
  },
  {
    reason: "a skip trigger without a condition or a goal does nothing; there every answer asks it, and what is no choice is dropped",
    applies: ({ definition, facet, name, ours, theirs }) => facet === "data" && isNothing(theirs) &&
      isNoChoice(questionOf(definition, name), ours) &&
      (definition.triggers ?? []).some((each) => each.type === "skip" && !(each.gotoName && (each.expression || each.name))),
  },
  {
    reason: "what is no choice is dropped from rows at completion; there only from rows that were shown",
    applies: ({ definition, facet, name, action, ours, theirs }) =>
      facet === "data" && action?.do === "complete" && answersRows({ type: kindOf(definition, name) }) &&
      Object.entries(theirs ?? {}).every(([key, row]) => Object.entries(row ?? {}).every(([column, value]) =>
        same(ours?.[key]?.[column], value) || isNoChoice(cellsOf(definition, name, column), value))),
  },
  {
    reason: "what a default formula says although it is no choice: there it goes and comes back with whatever is answered next",
    applies: ({ definition, facet, name, ours, theirs }) => {
      const question = elementsOf(definition).find((each) => each.name === name);
      return facet === "data" && (isNothing(ours) || isNothing(theirs)) && Boolean(question?.defaultValueExpression) &&
        isNoChoice(question, isNothing(ours) ? theirs : ours);
    },
  },
  {
    reason: "a text that does not fill its mask is an error wherever it comes from; there only the field itself prevents it",
    applies: ({ definition, facet, name }) => ["state", "page", "errors"].includes(facet) &&
      elementsOf(definition).some((each) => each.maskType === "pattern" && (facet !== "errors" || each.name === name)),
  },
  {
    reason: "pages without a question are an empty survey; there they run where all are shown as one",
    applies: ({ definition, facet, ours, theirs }) => ["state", "page"].includes(facet) &&
      (definition.pages.every(({ elements }) => !elements?.length) || (definition.questionsOnPageMode === "singlePage" && ours === -1 && theirs === 0)),
  },
  {
    reason: "nothing is wrong before anybody answers: what a question has from the start is judged when the page is left",
    applies: ({ facet, action, ours }) => facet === "errors" && !action && isNothing(ours),
  },
  {
    reason: "an answer that is no choice is named in texts as well; there it is left out beside one that is",
    applies: ({ definition, facet, ours, theirs }) =>
      facet === "titles" && ofKind(definition, "checkbox", "tagbox", "ranking").length > 0 && ours.length > theirs.length &&
      theirs.split(", ").every((word) => ours.includes(word)),
  },
  {
    reason: "a text that is longer than the field allows is an error wherever it comes from; there only the field itself prevents it",
    applies: ({ definition, facet }) => ["state", "page", "errors"].includes(facet) && elementsOf(definition).some((each) => each.maxLength > 0),
  },
];
