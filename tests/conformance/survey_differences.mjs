// Where a survey here may differ from survey-core: each a fault of the other side or a safety limit.
// `applies` gets { definition, actions, action, facet, name, ours, theirs }: what was done so far, and last.
const elementsOf = (definition) => {
  const all = [];
  const walk = (list) => list?.forEach((each) => { all.push(each); walk(each.elements); walk(each.templateElements); });
  walk(definition.pages);
  return all;
};
const kindOf = (definition, name) => elementsOf(definition).find((each) => (each.valueName ?? each.name) === name || each.name === name)?.type;
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

export const acceptedDifferences = [
  {
    reason: "a survey that was started is not started again",
    applies: ({ actions }) => actions.filter((each) => each.do === "start").length > 1,
  },
  {
    reason: "nothing set where nothing was is no change: what was said of the answer stands, and no rule is asked",
    applies: ({ actions, facet, action }) => ["data", "errors"].includes(facet) && action?.do === "set" && isNothing(action.value) &&
      !actions.slice(0, -1).some((each) => each.name === action.name),
  },
  {
    reason: "a table without columns answers nothing; there drawing it counts as a change, on which rules without a question run",
    applies: ({ definition, facet, name, action }) =>
      facet === "data" && !action && elementsOf(definition).some((each) => each.type === "matrixdropdown" && !each.columns) &&
      elementsOf(definition).some((each) => each.name === name && each.setValueExpression),
  },
  {
    reason: "behind a start page there are no buttons and no rows yet: only start, values and variables do something",
    applies: ({ definition, actions }) => definition.firstPageIsStartPage && beforeStart(actions).some((each) => startless.includes(each.do)),
  },
  {
    reason: "rows of a matrixdynamic in which nothing is answered: there they stand in the data or not, as the matrix happens to be drawn",
    applies: ({ definition, facet, name, ours, theirs }) =>
      facet === "data" && kindOf(definition, name) === "matrixdynamic" && isNothing(ours) && isNothing(theirs),
  },
  {
    reason: "rows keep to their least and their most whatever a page sets; there that holds for the buttons only",
    applies: ({ definition, facet, name, action, ours, theirs }) =>
      facet === "data" && ["paneldynamic", "matrixdynamic"].includes(kindOf(definition, name)) &&
      ["set", "clear", "addRow", "removeRow"].includes(action?.do) && (ours?.length ?? 0) !== (theirs?.length ?? 0),
  },
  {
    reason: "panels in which nothing is answered: there they stand in the data or not, as they were set before",
    applies: ({ definition, facet, name, ours, theirs }) =>
      facet === "data" && kindOf(definition, name) === "paneldynamic" && isNothing(ours) && isNothing(theirs),
  },
  {
    reason: "an empty list or text in a cell is no answer there once the cell is made, and one here until it is answered",
    applies: ({ facet, ours, theirs }) => facet === "data" && JSON.stringify(answered(ours)) === JSON.stringify(answered(theirs)),
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
    applies: ({ definition, facet, action }) =>
      facet === "visible" && !action && elementsOf(definition).some(({ type }) => type === "matrixdropdown" || type === "matrixdynamic"),
  },
  {
    reason: "a text that is longer than the field allows is an error wherever it comes from; there only the field itself prevents it",
    applies: ({ definition, facet }) => ["state", "page", "errors"].includes(facet) && elementsOf(definition).some((each) => each.maxLength > 0),
  },
];
