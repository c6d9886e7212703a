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
// All that store their answer under one name.
const sharing = (definition, name) => elementsOf(definition).filter((each) => (each.valueName ?? each.name) === name);
const kindOf = (definition, name) => questionOf(definition, name)?.type;
const isNothing = (value) => value == null || value === "" || (typeof value === "object" && Object.values(value).every(isNothing));
// What is left of a value without the members that are empty.
const answered = (value) => {
  if (Array.isArray(value)) return value.map(answered);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.keys(value).sort().filter((name) => !isNothing(value[name])).map((name) => [name, answered(value[name])]));
};
// A text in all its languages.
const wordsOf = (text) => (typeof text === "string" ? [text] : Object.values(text));
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
  question.choicesVisibleIf || question.choicesFromQuestion || !(question.choices ?? []).some((choice) => !choice?.visibleIf && same(choice?.value ?? choice, each)));
// One value of a formula, in a picker that stores a list here.
const takesOne = (question, ours) => question?.type === "imagepicker" && Boolean(question.multiSelect) && Array.isArray(ours) && ours.length === 1;
const membersOf = (row) => (row !== null && typeof row === "object" && !Array.isArray(row) ? Object.entries(row) : []);
const asLists = (row) => membersOf(row).map(([column, value]) => [column, [value].flat()]);
// Whether what is shown hangs on a table, at first or second hand.
const someConditionReads = (definition) => {
  const text = JSON.stringify([definition.pages, definition.calculatedValues ?? []], (key, value) => (key === "defaultValue" ? undefined : value));
  return ofKind(definition, "matrixdropdown", "matrixdynamic", "paneldynamic").some((each) => reads(text, each)) && text.includes('"visibleIf"');
};
const withoutRest = (rows) => (Array.isArray(rows) ? rows.slice(0, rows.findLastIndex((row) => !isNothing(row)) + 1) : rows);

export const acceptedDifferences = [
  {
    reason: "a survey that was started is not started again",
    applies: ({ actions }) => actions.filter((each) => each.do === "start").length > 1,
  },
  {
    reason: "nothing set where nothing was is no change: what was said of the answer stands, and no rule is asked",
    applies: ({ actions, facet, action, name }) =>
      (["data", "errors", "page"].includes(facet) && action?.do === "set" && isNothing(action.value) && !actions.slice(0, -1).some((each) => each.name === action.name)) ||
      (facet === "errors" && isNothing(actions.findLast((each) => each.do === "set" && each.name === name)?.value ?? 1)),
  },
  {
    reason: "behind a start page there are no buttons and no rows yet: only start, values and variables do something",
    applies: ({ definition, actions, states }) => definition.firstPageIsStartPage &&
      (states.includes("starting") ? actions : beforeStart(actions)).some((each) => startless.includes(each.do)),
  },
  {
    reason: "rows of a matrixdynamic in which nothing is answered: there they stand in the data or not, as the matrix happens to be drawn",
    applies: ({ definition, facet, name, ours, theirs }) =>
      facet === "data" && kindOf(definition, name) === "matrixdynamic" && isNothing(ours) && isNothing(theirs),
  },
  {
    reason: "what reads such rows, or rows of which only totals are known, sees them or not, as they stand in the data",
    applies: ({ definition, facet, name, action }) => {
      const formulas = elementsOf(definition).find((each) => each.name === name);
      return facet === "data" && (!action || action.do === "addRow" || isNothing(action.value)) && ofKind(definition, "matrixdynamic", "matrixdropdown").some((each) => reads(formulas ?? {}, each)) ||
        facet === "page" && (definition.triggers ?? []).some((each) => each.type === "skip" && ofKind(definition, "matrixdynamic").some((table) => reads(each.expression ?? "", table)));
    },
  },
  {
    reason: "rows keep to their least and their most whatever a page sets or a default says; there that holds for the buttons only",
    applies: ({ definition, facet, name, ours, theirs }) => {
      const size = (rows) => rows?.length ?? 0;
      return facet === "data" && size(theirs) !== size(ours) && sharing(definition, name).some((question) => {
        if (!["paneldynamic", "matrixdynamic"].includes(question.type)) return false;
        const least = question.minRowCount ?? question.minPanelCount ?? 0, most = question.maxRowCount ?? question.maxPanelCount ?? Infinity;
        return size(ours) === Math.min(Math.max(size(theirs), least), most);
      });
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
    applies: ({ definition, facet, action, ours, theirs }) =>
      (facet === "data" && JSON.stringify(answered(withoutRest(ours))) === JSON.stringify(answered(withoutRest(theirs)))) ||
      (facet === "visible" && action?.do === "set" && isNothing(action.value) && someConditionReads(definition)),
  },
  {
    reason: "a picture picker of several takes the one value of a formula or trigger as it is there, which no picture shows as chosen",
    applies: ({ definition, facet, name, ours, theirs }) =>
      (facet === "data" && kindOf(definition, name) === "imagepicker" && Array.isArray(ours) && ours.length === 1 && ours[0] === theirs) ||
      (facet === "visible" && ofKind(definition, "imagepicker").some((each) => each.multiSelect && each.defaultValueExpression && JSON.stringify(definition.pages).includes(`{${each.name}}`))),
  },
  {
    reason: "nobody answers in a preview: expressions stand still there, and are kept right here",
    applies: ({ actions, facet }) => ["data", "visible"].includes(facet) && actions.findLastIndex((each) => each.do === "preview") > actions.findLastIndex((each) => each.do === "edit") && actions.length > 1,
  },
  {
    reason: "a trigger that sets itself off goes round three times there, ten times here",
    applies: ({ definition, facet, name }) =>
      facet === "data" && (definition.triggers ?? []).some((each) =>
        (each.type === "runexpression" && each.setToName === name && JSON.stringify(each).includes(`{${name}}`)) ||
        (each.type === "copyvalue" && [each.fromName, each.setToName].includes(name) && reads(questionOf(definition, each.fromName)?.expression ?? "", { name: each.setToName }))),
  },
  {
    reason: "required answers in rows are missed there when everything is checked at the end",
    applies: ({ definition, facet, ours, theirs }) =>
      definition.checkErrorsMode === "onComplete" && facet === "state" && ours === "running" && theirs === "completed" && elementsOf(definition).some(answersRows),
  },
  {
    reason: "a condition sees what cells have by default or compute; there only after the next answer",
    applies: ({ definition, facet, name, action }) =>
      !action && ofKind(definition, "matrixdropdown", "matrixdynamic", "paneldynamic").length > 0 &&
      ((facet === "visible" && someConditionReads(definition)) || (facet === "data" && JSON.stringify(questionOf(definition, name)?.columns ?? []).includes('"setValueExpression":"{row.')) || (facet === "data" && (definition.triggers ?? []).some((each) => each.setToName === name))),
  },
  {
    reason: "what rows compute is computed in a disabled panel as questions are there; there rows wait for the panel, one answer too long",
    applies: ({ definition, facet, name, ours, theirs }) =>
      facet === "data" && ofKind(definition, "panel").some((each) => each.enableIf && elementsOf({ pages: [each] }).some((inner) => inner.name === name)) &&
      answersRows({ type: kindOf(definition, name) }) && JSON.stringify(ours ?? "").length > JSON.stringify(theirs ?? "").length &&
      JSON.stringify(definition).includes('"expression"'),
  },
  {
    reason: "what is no choice goes when its page is left; there at once where any trigger skips or ends the survey, whatever that reads",
    applies: ({ definition, facet, name, action, ours, theirs }) => (definition.triggers ?? []).some(({ type }) => type === "skip" || type === "complete") &&
      ["visible", "page"].includes(facet) ? action?.do === "set" && isNoChoice(questionOf(definition, action.name), action.value) : facet === "data" && (isNothing(theirs) || (Array.isArray(ours) && Array.isArray(theirs) && theirs.every((each) => ours.some((own) => same(own, each))))) &&
      (isNoChoice(questionOf(definition, name), ours) || takesOne(questionOf(definition, name), ours) ||
        (!isNothing(ours) && typeof ours === "object" && Object.values(ours).every((row) => membersOf(row).length > 0 && membersOf(row).every(([column, value]) => isNoChoice(cellsOf(definition, name, column), value))))),
  },
  {
    reason: "what a formula says although it is no choice: there it goes and comes back with whatever is answered next",
    applies: ({ definition, facet, name, ours, theirs }) => {
      const question = questionOf(definition, name);
      return facet === "data" && (isNothing(ours) || isNothing(theirs)) && Boolean(question?.defaultValueExpression ?? question?.setValueExpression) &&
        isNoChoice(question, isNothing(ours) ? theirs : ours);
    },
  },
  {
    reason: "a text that does not fill its mask is an error wherever it comes from; there only the field itself prevents it",
    applies: ({ definition, facet, name, ours, theirs }) => elementsOf(definition).some((each) => each.maskType && (
      facet === "state" ? ours === "running" && theirs !== "running" : facet === "page" ? ours < theirs : facet === "errors" && each.name === name)),
  },
  {
    reason: "pages without a question are an empty survey; there they run where all are shown as one",
    applies: ({ definition, facet, ours, theirs }) => ["state", "page"].includes(facet) &&
      (definition.pages.every(({ elements }) => !elements?.some((each) => each.visible !== false)) || (definition.questionsOnPageMode === "singlePage" && ((ours === -1 && theirs === 0) || (ours === "empty" && theirs === "running")))),
  },
  {
    reason: "nothing is wrong before anybody answers: what a question has from the start is judged when the page is left",
    applies: ({ definition, actions, facet, name, ours }) => facet === "errors" && isNothing(ours) &&
      (actions.length === 0 || (definition.checkErrorsMode === "onValueChanged" && !actions.some((each) => each.name === (questionOf(definition, name)?.valueName ?? name)) &&
        (questionOf(definition, name)?.defaultValue !== undefined || definition.pages.slice(1).some((page) => page.name === name) ||
          !actions.some((each) => ["next", "complete", "preview"].includes(each.do))))),
  },
  {
    reason: "an answer that is no choice is named in texts as well; there it is left out beside one that is",
    applies: ({ definition, facet, ours, theirs }) =>
      facet === "titles" && ofKind(definition, "checkbox", "tagbox", "ranking").length > 0 && ours.length > theirs.length &&
      theirs.split(", ").every((word) => ours.includes(word)),
  },
  {
    reason: "a text that is longer than the field allows is an error wherever it comes from; there only the field itself prevents it",
    applies: ({ definition, facet }) => ["state", "page", "errors"].includes(facet) && (definition.maxTextLength > 0 || elementsOf(definition).some((each) => each.maxLength > 0)),
  },
  {
    reason: "panels and rows that are taken back are gone; there they come back with what was in them",
    applies: ({ definition, facet, name, action, ours, theirs }) => {
      const question = questionOf(definition, name);
      const taken = (action?.name === name && (action.do === "clear" || (action.do === "set" && isNothing(action.value)))) || Boolean(question?.resetValueIf);
      return facet === "data" && ["paneldynamic", "matrixdynamic"].includes(question?.type) && taken && (isNothing(ours) || question.minPanelCount > 0) && !isNothing(theirs);
    },
  },
  {
    reason: "panels have their defaults in the form of their questions; there as they are written, whatever a question takes",
    applies: ({ definition, facet, name, ours, theirs }) => facet === "data" && Array.isArray(theirs) && Object.entries(questionOf(definition, name)?.defaultPanelValue ?? {}).some(([member, value]) =>
      theirs.some((panel, at) => same(panel?.[member], value) && !same(ours?.[at]?.[member], value))),
  },
  {
    reason: "what details begin with is an answer from the start; there once somebody changes them",
    applies: ({ definition, facet, name, ours, theirs }) => facet === "data" && JSON.stringify(ours ?? "").length > JSON.stringify(theirs ?? "").length &&
      (questionOf(definition, name)?.detailElements ?? []).some((each) => "defaultValue" in each || each.defaultValueExpression || each.expression || each.setValueExpression),
  },
  {
    reason: "a slider without an answer reads as nothing; there as its lower end, once it was cleared",
    applies: ({ definition, actions, action, facet }) => ["visible", "titles", "data", "calculated"].includes(facet) && [...actions, action ?? {}].some((each) =>
      (each.do === "clear" || (each.do === "set" && isNothing(each.value))) && sharing(definition, each.name).some(({ type, min }) => type === "slider" && min > 0)),
  },
  {
    reason: "a panel is added behind the last; there behind the one that is shown, where panels are shown one at a time",
    applies: ({ definition, facet, action, name, ours, theirs }) => facet === "data" && action?.do === "addRow" && action.name === name && ours?.length === theirs?.length &&
      (questionOf(definition, name).renderMode === "progressTop" || questionOf(definition, name).displayMode === "tab"),
  },
  {
    reason: "nothing is added where nothing may be",
    applies: ({ definition, action, name }) => action?.do === "addRow" && action.name === name && (questionOf(definition, name).allowAddPanel === false || questionOf(definition, name).allowAddRows === false),
  },
  {
    reason: "panels that must be there are made again when an answer brings fewer",
    applies: ({ definition, facet, action }) => ["state", "page", "errors"].includes(facet) && ofKind(definition, "paneldynamic").some((each) => each.minPanelCount > 1) && action?.do !== "set",
  },
  {
    reason: "the text of an answer that has none is the answer itself; there \"[object Object]\"",
    applies: ({ facet, theirs }) => ["data", "titles", "choices"].includes(facet) && (JSON.stringify(theirs) ?? "").includes("[object Object]"),
  },
  {
    reason: "a number in a row may be what a choice is called; there only words may",
    applies: ({ facet, ours, theirs }) => facet === "choices" && ours?.length === theirs?.length && ours.every(([value, text], at) => same(value, theirs[at][0]) &&
      (text === theirs[at][1] || (!Number.isNaN(Number(text)) && theirs[at][1] === String(value)))),
  },
  {
    reason: "an added row has its defaults in the form of its cells, as the first ones have; there as they are written",
    applies: ({ definition, facet, name, action, ours, theirs }) => facet === "data" && action?.do === "addRow" && kindOf(definition, name) === "matrixdynamic" &&
      Array.isArray(ours) && Array.isArray(theirs) && (same(ours.map(asLists), theirs.map(asLists)) ||
        (ours.length === theirs.length && same(ours.slice(0, -1), theirs.slice(0, -1)) && Object.entries(questionOf(definition, name).defaultRowValue ?? {}).some(([column, value]) =>
          same(theirs.at(-1)[column], value) && ours.at(-1)[column] === undefined))),
  },
  {
    reason: "a default that is no number is none where a number is asked for, in cells as well",
    applies: ({ definition, facet, name, ours, theirs }) => facet === "data" && ["matrixdynamic", "matrixdropdown"].includes(kindOf(definition, name)) &&
      (questionOf(definition, name).columns ?? []).some((each) => each.inputType === "number" && (typeof (questionOf(definition, name).defaultRowValue?.[each.name] ?? each.defaultValue) === "string" || each.defaultValueExpression)) && JSON.stringify(ours ?? "").length !== JSON.stringify(theirs ?? "").length,
  },
  {
    reason: "an expression question is what its formula says, whatever a trigger sets it to; there until the formula says something else",
    applies: ({ definition, facet, name }) => facet === "data" && Boolean(questionOf(definition, name)?.expression) && kindOf(definition, name) === "expression" &&
      (definition.triggers ?? []).some((each) => each.setToName === name),
  },
  {
    reason: "a formula that says what is no list gives a slider of one end its number; there the list of it stays a list",
    applies: ({ definition, facet, name, ours, theirs }) => facet === "data" && kindOf(definition, name) === "slider" && Array.isArray(theirs) && same(theirs[0], ours),
  },
  {
    reason: "rules answer what the survey opens with, whatever the order of its questions, those without a question too; there a default may come after the rule",
    applies: ({ definition, facet, name, action, ours, theirs }) => {
      const question = questionOf(definition, name);
      const asks = question?.setValueExpression ?? question?.setValueIf ?? question?.resetValueIf;
      const inside = (question?.templateElements ?? []).some((each) => each.setValueExpression) && isNothing(answered(ours)) === isNothing(answered(theirs));
      return facet === "data" && !action && (inside || (Boolean(asks) && (same(question.defaultValue, theirs) || Boolean(question.defaultValueExpression ?? question.setValueIf ?? question.resetValueIf))));
    },
  },
  {
    reason: "choices that come from a question are looked at when that changes; there also as they are drawn",
    applies: ({ definition, facet, name, ours, theirs }) => facet === "data" && Boolean(questionOf(definition, name)?.choicesFromQuestion) &&
      isNoChoice(questionOf(definition, name), ours) && [theirs ?? []].flat().every((each) => [ours].flat().includes(each)),
  },
  {
    reason: "a disabled table computes nothing until it is enabled; there it does where all is shown as one page, or where its rows begin with answers",
    applies: ({ definition, facet, name, ours, theirs }) => {
      const begins = (question) => definition.questionsOnPageMode === "singlePage" || question.defaultRowValue;
      return facet === "data" && sharing(definition, name).some((question) => begins(question) && question.enableIf && answersRows(question)) && JSON.stringify(ours ?? "").length < JSON.stringify(theirs ?? "").length;
    },
  },
  {
    reason: "what does not match a regular expression is told in words; there in none",
    applies: ({ facet, ours, theirs }) => facet === "errors" && Array.isArray(theirs) && theirs.length === 1 && theirs[0] === "" && !isNothing(ours),
  },
  {
    reason: "what a rule or trigger says becomes the answer of a table where it is rows; there anything does, or nothing",
    applies: ({ definition, facet, name, ours, theirs }) => facet === "data" && answersRows({ type: kindOf(definition, name) }) && !same(ours, theirs) &&
      Boolean((definition.triggers ?? []).some((each) => each.setToName === name) || questionOf(definition, name).setValueExpression) &&
      (isNothing(ours) || typeof ours === "object") && (typeof theirs !== "object" || (kindOf(definition, name) !== "matrixdynamic" && kindOf(definition, name) !== "paneldynamic" && Array.isArray(theirs))),
  },
  {
    reason: "an answer in another form than its question's is an answer",
    applies: ({ definition, facet, name, ours, theirs }) =>
      (facet === "state" && ours === "completed" && theirs === "running" && (definition.triggers ?? []).some((each) => kindOf(definition, each.setToName) === "multipletext")) ||
      (facet === "data" && isNothing(theirs) && typeof ours === "object" && !Array.isArray(ours) && elementsOf(definition).some((each) => each.showOtherItem)),
  },
  {
    reason: "everything is judged at the end, from wherever that is asked for; there only from the last page",
    applies: ({ definition, facet, action, ours, theirs }) => definition.checkErrorsMode === "onComplete" && (definition.pages.length > 1 || definition.questionsOnPageMode === "questionPerPage") && action?.do === "complete" &&
      (facet === "state" ? ours === "running" && theirs === "completed" : facet === "errors" && !isNothing(ours) && isNothing(theirs)),
  },
  {
    reason: "a default formula of a cell that says an empty list leaves the cell's default; there neither stands",
    applies: ({ definition, facet, name, action, theirs }) => facet === "data" && !action && isNothing(theirs) &&
      (questionOf(definition, name)?.columns ?? []).some((each) => each.defaultValue !== undefined && each.defaultValueExpression),
  },
  {
    reason: "what is out of sight from the start has no default where that is to be cleared; there rows and cells keep it",
    applies: ({ definition, facet, name, action, ours, theirs }) => facet === "data" && !action &&
      (isNothing(ours) && ["matrixdynamic", "paneldynamic"].includes(kindOf(definition, name)) && /^onHidden/.test(questionOf(definition, name).clearIfInvisible ?? definition.clearInvisibleValues ?? "") &&
        (questionOf(definition, name).visible === false || Boolean(questionOf(definition, name).visibleIf))) ||
      (facet === "data" && !action && definition.clearInvisibleValues === "onHidden" && kindOf(definition, name) === "matrixdropdown" && !isNothing(theirs) &&
      Object.entries(theirs ?? {}).every(([row, cells]) => Object.entries(cells).every(([column, value]) =>
        same(ours?.[row]?.[column], value) || questionOf(definition, name).columns?.some((each) => each.name === column && each.visibleIf)))),
  },
  {
    reason: "a trigger copies what the survey opens with, whatever else it reads; there not when that is filled in first",
    applies: ({ definition, facet, name, action, ours, theirs }) => facet === "data" && !action && isNothing(ours) && !isNothing(theirs) &&
      (definition.triggers ?? []).some((each) => each.type === "copyvalue" && each.expression && each.setToName === name),
  },
  {
    reason: "two triggers that set each other off stop here when nothing changes any more, and there one round earlier",
    applies: ({ definition, facet, name }) => facet === "data" && (definition.triggers ?? []).some((each) => each.setToName === name &&
      definition.triggers.some((other) => other !== each && other.setToName === (each.fromName ?? "") && JSON.stringify(other).includes(`{${name}}`))),
  },
  {
    reason: "a trigger sets the question that it names; there what has that name in the data, although the question stores its answer under another",
    applies: ({ definition, facet, name }) => facet === "data" && (definition.triggers ?? []).some((each) => {
      const question = questionOf(definition, each.setToName);
      return question?.valueName && question.valueName !== each.setToName && [each.setToName, question.valueName].includes(name);
    }),
  },
  {
    reason: "a condition sees the answer that stands in the data; there \"other\" where a page set what is no choice",
    applies: ({ definition, facet, action }) => facet === "visible" && action?.do === "set" &&
      elementsOf(definition).some((each) => each.showOtherItem && (each.valueName ?? each.name) === action.name && isNoChoice(each, action.value)),
  },
  {
    reason: "a calculated value that is nothing is nothing in texts; there its name stands in them until it has been something",
    applies: ({ definition, facet, ours, theirs }) => facet === "titles" && (definition.calculatedValues ?? []).some((each) => theirs.replaceAll(`{${each.name}}`, "") === ours),
  },
  {
    reason: "what panels compute is computed out of sight as well; there once they are seen",
    applies: ({ definition, facet, name, ours, theirs }) => facet === "data" && JSON.stringify(ours ?? "").length > JSON.stringify(theirs ?? "").length &&
      sharing(definition, name).some((each) => each.type === "paneldynamic" && /"expression"|"defaultValue/.test(JSON.stringify(each.templateElements ?? "")) &&
        (each.visibleIf || each.visible === false || elementsOf(definition).some((around) => around.visibleIf && around.elements && elementsOf({ pages: [around] }).includes(each)))),
  },
  {
    reason: "what reads panels that were taken back sees none",
    applies: ({ definition, facet, name, action }) => isNothing(action?.value) && kindOf(definition, action?.name) === "paneldynamic" &&
      (facet === "data" ? reads(questionOf(definition, name) ?? {}, questionOf(definition, action.name)) : facet === "visible" && someConditionReads(definition)),
  },
  {
    reason: "a trigger skips when the survey runs; there also before it is started",
    applies: ({ definition, facet, states }) => facet === "page" && definition.firstPageIsStartPage && states[0] === "starting" && (definition.triggers ?? []).some(({ type }) => type === "skip"),
  },
  {
    reason: "what a disabled panel or page computes is kept right; there it stands still, and stays wrong once that is enabled",
    applies: ({ definition, facet, name, action }) => {
      const around = elementsOf(definition).filter((each) => each.enableIf && each.elements && elementsOf({ pages: [each] }).some((inner) => (inner.valueName ?? inner.name) === name));
      return facet === "data" && Boolean(action) && around.length > 0 && sharing(definition, name).some(({ type }) => type === "expression");
    },
  },
  {
    reason: "a text that lacks the survey's language is shown in one that it has; there not at all",
    applies: ({ definition, facet, name, theirs }) => facet === "titles" && theirs === name &&
      typeof questionOf(definition, name)?.title === "object" && !("default" in questionOf(definition, name).title),
  },
  {
    reason: "a range takes what a formula says, 0 as well as 5; there 0 is nothing",
    applies: ({ definition, facet, name, ours, theirs }) => facet === "data" && kindOf(definition, name) === "slider" && ours === 0 && isNothing(theirs),
  },
  {
    reason: "an answer that goes at once, as no choice, is not judged; there as a missing one",
    applies: ({ definition, facet, name, ours, theirs, action }) => facet === "errors" && action?.do === "set" && isNothing(ours) && !isNothing(theirs) &&
      Boolean(questionOf(definition, name)?.choicesFromQuestion || kindOf(definition, name) === "ranking") && isNoChoice(questionOf(definition, name), action.value),
  },
  {
    reason: "tables that share an answer: what one has by default stands as that one writes it",
    applies: ({ definition, facet, name, ours, theirs }) => facet === "data" && sharing(definition, name).length > 1 && !isNothing(ours) && !isNothing(theirs) &&
      (sharing(definition, name).some(({ defaultValue }) => same(defaultValue, ours)) || same(Object.values(ours).map(asLists), Object.values(theirs).map(asLists))),
  },
  {
    reason: "panels that nobody may change are not taken away or added; there by whoever asks",
    applies: ({ definition, facet, action, ours, theirs }) => facet === "data" && ["addRow", "removeRow"].includes(action?.do) && Boolean(questionOf(definition, action.name.split("[")[0])?.readOnly) &&
      (ours?.length ?? 0) !== (theirs?.length ?? 0),
  },
  {
    reason: "a preview of answers numbers what it shows; there its numbers are as they were, unless a panel or page went",
    applies: ({ definition, facet, states }) => facet === "number" && states[0] === "preview" && definition.previewMode === "answeredQuestions",
  },
  {
    reason: "a ranking has an answer for conditions once it has one; there with its only choice, or from a default that is no choice",
    applies: ({ definition, facet, name }) => facet === "data" && ofKind(definition, "ranking").some((each) =>
      ((each.choices ?? []).filter((choice) => !choice.visibleIf).length < 2 || each.choicesFromQuestion) && reads(questionOf(definition, name) ?? (definition.calculatedValues ?? []).find((value) => value.name === name) ?? {}, each)),
  },
  {
    reason: "a comment for which there is no field goes at the end; there when the answer changes, or not",
    applies: ({ definition, facet, name }) => facet === "data" && name.endsWith("-Comment") &&
      !sharing(definition, name.slice(0, -"-Comment".length)).some((each) => each.showCommentArea),
  },
  {
    reason: "a formula that says nothing answers nothing; there a range has its least end",
    applies: ({ definition, facet, name, ours, theirs }) => facet === "data" && kindOf(definition, name) === "slider" && isNothing(ours) && theirs === (questionOf(definition, name).min ?? 0),
  },
  {
    reason: "what is wrong in rows and panels stays marked when they are set anew, and is marked at the end beside other errors",
    applies: ({ definition, facet, name, action, ours, theirs }) => facet === "errors" && answersRows({ type: kindOf(definition, name.split(/[[.]/)[0]) }) && name.includes(".") &&
      ["set", "complete", "next"].includes(action?.do) && !isNothing(ours) && isNothing(theirs),
  },
  {
    reason: "rows that a least of rows adds compute as the others do",
    applies: ({ definition, facet, name, action, ours, theirs }) => facet === "data" && !action && questionOf(definition, name)?.minRowCount > (questionOf(definition, name)?.rowCount ?? 2) &&
      JSON.stringify(ours ?? "").length > JSON.stringify(theirs ?? "").length,
  },
  {
    reason: "a number behind a mask is a number, whoever wrote it",
    applies: ({ definition, facet, name, ours, theirs }) => facet === "data" && Boolean(questionOf(definition, name)?.maskType) && typeof ours === "number" && String(ours) === theirs,
  },
  {
    reason: "totals sum up numbers that are there; there a list with a text in it joins the sum as text, and nothing hidden is 0",
    applies: ({ facet, name, ours, theirs }) => facet === "data" && name.endsWith("-total") && membersOf(theirs).some(([, value]) => typeof value === "string" || isNothing(ours)),
  },
  {
    reason: "a table takes the rows that a page sets; there it loses cells where others are lists and formulas read them",
    applies: ({ definition, facet, name, action, ours, theirs }) => facet === "data" && action?.do === "set" && kindOf(definition, name) === "matrixdynamic" && action.name === name &&
      Array.isArray(action.value) && (questionOf(definition, name).columns ?? []).some((each) => each.expression) &&
      action.value.every((row, at) => membersOf(row).every(([column, value]) => same(ours?.[at]?.[column], value))) && JSON.stringify(theirs ?? "").length < JSON.stringify(ours).length,
  },
];
