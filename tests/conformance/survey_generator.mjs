// Random surveys and what somebody does with them: small definitions of the kinds and features asked for.
import { randomFrom } from "./expression_grammar.mjs";

export const kinds = ["text", "comment", "radiogroup", "checkbox", "dropdown", "tagbox", "rating", "boolean", "imagepicker",
  "ranking", "slider", "expression", "html", "multipletext", "matrix", "matrixdropdown", "matrixdynamic", "paneldynamic",
  "file", "signaturepad", "image"];
export const features = ["visibleIf", "enableIf", "requiredIf", "required", "static", "defaults", "formulas", "rules", "triggers",
  "calculated", "validators", "clearModes", "locales", "piping", "items", "comments", "choiceConditions", "carryForward",
  "numbers", "valueNames", "panels", "variables", "onePage", "perPage", "startPage", "preview", "masks", "checkModes", "bounds",
  "hideEmpty", "order", "strange", "quiz", "selectAll",
  "displayStyle", "url", "othersInside", "numbering", "rows",
  // Drawn apart from those above, so that a case without them stays what it was.
  "tables", "details", "totals", "panelRules", "choiceTexts", "choicesOfRows", "members", "exclusive", "ownComments", "custom",
  "moreBounds", "moreMasks", "formats", "displayMode", "legacyTriggers", "notices", "values", "cellLists"];
const drawnApart = features.indexOf("tables");

const words = ["a", "b", "c", "yes", "no", "item1", "long text", "7", "2", "1.5"];
const dates = ["2024-02-29", "2026-11-22", "2025-01-31"];

// What a case is made of while it grows.
function Maker(random, allowedKinds, on) {
  const questions = [];  // of the whole survey, in their order: { name, kind, values, … }
  const { below, chance, pick } = random;
  const has = (feature, share = 0.4) => on.has(feature) && chance(share);
  const text = (plain) => {
    let made = plain;
    if (has("piping", 0.5) && questions.length) made += ` {${reference()}}`;
    return on.has("locales") && chance(0.6) ? { default: made, de: `${made} (de)`, ...(chance(0.3) ? { fr: `${made} (fr)` } : {}) } : made;
  };
  const reference = () => {
    if (has("variables", 0.2)) return "v1";
    if (maker.count > 3 && has("calculated", 0.2)) return "calc1";  // which reads the first questions
    const question = pick(questions);
    return question ? question.value ?? question.name : "nobody";
  };
  const literal = (value) => (typeof value === "string" ? `'${value}'` : JSON.stringify(value));
  const simple = () => {
    const question = questions.length && chance(0.85) ? pick(questions) : null;
    const name = question?.value ?? question?.name ?? reference();
    const value = question ? pick(question.values) : pick(words);
    const one = Array.isArray(value) ? pick(value.length ? value : ["a"]) : value;
    if (one !== null && typeof one === "object") return `{${name}} ${pick(["notempty", "empty"])}`;
    const forms = [
      () => `{${name}} = ${literal(one)}`, () => `{${name}} = ${literal(one)}`, () => `{${name}} <> ${literal(one)}`,
      () => `{${name}} notempty`, () => `{${name}} empty`,
      () => `{${name}} ${pick(["contains", "notcontains"])} ${literal(one)}`,
      () => `{${name}} ${pick(["anyof", "allof", "noneof"])} [${literal(one)}, ${literal(pick(words))}]`,
      () => `{${name}} ${pick(["<", ">", "<=", ">="])} ${below(5)}`,
    ];
    return pick(forms)();
  };
  const condition = () => {
    let made = simple();
    if (chance(0.25)) made += ` ${pick(["and", "or"])} ${simple()}`;
    return chance(0.08) ? `!(${made})` : made;
  };
  // `values`: those of a question that asks to choose.
  const formula = (values) => {
    const scalars = (values ?? []).flat().filter((value) => value === null || typeof value !== "object");
    if (values) return `iif(${condition()}, ${literal(pick(scalars))}, ${chance(0.5) ? literal(pick(scalars)) : "''"})`;
    return freeFormula();
  };
  const freeFormula = () => (questions.length ? pick([
    () => `{${reference()}}`, () => `{${reference()}} + ${below(4)}`, () => `iif(${condition()}, ${literal(pick(words))}, ${below(6)})`,
    () => `iif(${condition()}, {${reference()}}, '')`, () => `sum({${reference()}}, ${below(5)})`,
  ])() : `${below(5)} + ${below(5)}`);
  const choiceList = (prefix, least = 2) =>
    Array.from({ length: least + below(3) }, (_, at) => {
      const value = prefix ? `${prefix}${at + 1}` : chance(0.7) ? "abcdefg"[at] : at + 1;
      return chance(0.35) ? { value, text: text(`Text ${value}`) } : value;
    });
  const maker = { random, questions, allowedKinds, on, has, text, reference, condition, formula, choiceList, literal, count: 0 };
  return maker;
}

const valueOf = (item) => (item !== null && typeof item === "object" ? item.value : item);

// Answers of the kind, in the form that the response stores.
function answersOf(question, random, strange = false) {
  const { below, chance, pick } = random;
  const items = (question.choices ?? []).map(valueOf), odd = strange ? ["odd"] : [];
  const some = () => items.filter(() => chance(0.5)).sort(() => below(3) - 1);
  switch (question.type) {
    case "text":
      if (["number", "range"].includes(question.inputType)) return [0, 1, 3, 7, 12, 2.5, -1];
      if (question.inputType === "date") return dates;
      if (question.inputType === "email") return ["a@b.co", "nobody", "x@y"];
      if (question.inputType === "url") return ["https://a.co", "nowhere"];
      return words;
    case "comment": return words;
    case "radiogroup": case "dropdown": return [...items, ...items, ...extras(question), ...odd];
    case "imagepicker": return question.multiSelect ? [some(), some(), items] : [...items, items[0]];
    case "checkbox": case "tagbox": if (question.valuePropertyName) return [[], some(), items].map((list) => list.map((each) => ({ [question.valuePropertyName]: each })));
      return [some(), some(), some(), items, [...some(), ...extras(question)], extras(question).slice(0, 1), odd];
    case "ranking": return [[...items], [...items].reverse(), [...items.slice(1), items[0]], items.slice(1)];
    case "rating": return [1, 2, 3, 4, 5];
    case "boolean": return [question.valueTrue ?? true, question.valueFalse ?? false];
    case "slider": return question.sliderType === "range" ? [[10, 40], [0, 100]] : [0, 10, 35, 100];
    case "multipletext": return [Object.fromEntries(question.items.filter(() => chance(0.6)).map(({ name }) => [name, pick(words)])), {}];
    case "matrix": return [0, 1].map(() => Object.fromEntries(question.rows.filter(() => chance(0.7)).map((row) => [valueOf(row), cellAnswer(question, random)])));
    case "matrixdropdown": return [0, 1].map(() => Object.fromEntries(question.rows.filter(() => chance(0.7)).map((row) => [valueOf(row), rowAnswer(question, random)])));
    case "matrixdynamic": case "paneldynamic": return [0, 1, 2].map(() => Array.from({ length: below(4) }, () => rowAnswer(question, random)));
    case "file": return [[{ name: "a.txt", type: "text/plain", content: "data:text/plain;base64,YQ==" }]];
    case "signaturepad": return ["data:image/png;base64,AAAA"];
    default: return [1, "a"];
  }
}

const cellAnswer = ({ cellType, columns }, { pick, chance }) =>
  cellType === "checkbox" ? columns.filter(() => chance(0.5)).map(valueOf) : valueOf(pick(columns));

const extras = (question) => [
  ...(question.showOtherItem ? ["other"] : []), ...(question.showNoneItem ? ["none"] : []),
  ...(question.showRefuseItem ? ["refused"] : []), ...(question.showDontKnowItem ? ["dontknow"] : []),
];

function rowAnswer(question, random) {
  const answer = {};
  for (const member of question.columns ?? question.templateElements) {
    if (!random.chance(0.75)) continue;
    const type = member.cellType ?? member.type;
    if (["expression", "html", "image"].includes(type)) continue;
    answer[member.name] = random.pick(answersOf({ ...member, type, choices: member.choices ?? question.choices }, random));
  }
  return answer;
}

function settingsOf(maker, type) {
  const { random, has, text, choiceList, on } = maker;
  const { below, chance, pick } = random;
  const made = {};
  switch (type) {
    case "text":
      if (chance(0.4)) made.inputType = pick(["number", "number", "email", "date", "range", "tel", ...(on.has("url") ? ["url"] : [])]);
      if (has("bounds", 0.5) && made.inputType === "number") { made.min = below(3); made.max = 5 + below(5); }
      if (has("bounds", 0.5) && made.inputType === "date") made[pick(["min", "max"])] = pick(dates);
      if (has("bounds", 0.3) && made.inputType === "number") made.minValueExpression = maker.formula();
      if (has("bounds", 0.3) && !made.inputType) made.maxLength = 1 + below(5);
      if (has("masks", 0.5) && !made.inputType) {
        made.maskType = pick(["numeric", "pattern", "currency", "datetime"]);
        made.maskSettings = made.maskType === "pattern" ? { pattern: "99-99" } : made.maskType === "datetime" ? { pattern: "mm/dd/yyyy" } : { precision: 2 };
      }
      break;
    case "comment": if (has("bounds", 0.4)) made.maxLength = 1 + below(6); break;
    case "radiogroup": case "checkbox": case "dropdown": case "tagbox": case "ranking": {
      made.choices = choiceList();
      if (type === "ranking") break;
      if (has("items", 0.4)) made.showOtherItem = true;
      if (has("items", 0.4)) made.showNoneItem = true;
      if (has("items", 0.15)) made.showRefuseItem = true;
      if (has("items", 0.15)) made.showDontKnowItem = true;
      if (has("selectAll") && type === "checkbox") made.showSelectAllItem = true;
      if (has("bounds", 0.4) && ["checkbox", "tagbox"].includes(type)) made.minSelectedChoices = 1 + below(2);
      if (has("bounds", 0.4) && ["checkbox", "tagbox"].includes(type)) made.maxSelectedChoices = 1 + below(3);
      if (has("order", 0.4)) made.choicesOrder = pick(["asc", "desc"]);
      break;
    }
    case "imagepicker": made.choices = choiceList(); if (chance(0.4)) made.multiSelect = true; break;
    case "rating":
      if (chance(0.3)) Object.assign(made, { rateMin: below(2), rateMax: 3 + below(6) });
      else if (chance(0.2)) made.rateValues = choiceList();
      else if (chance(0.2)) made.rateCount = 2 + below(6);
      if (chance(0.1)) made.rateStep = 2;
      break;
    case "boolean": if (chance(0.3)) Object.assign(made, { valueTrue: "Y", valueFalse: "N" }); break;
    case "slider": if (chance(0.3)) made.sliderType = "range"; if (chance(0.3)) Object.assign(made, { min: 5, max: 50 }); break;
    case "html": made.html = text("<b>Words</b>"); break;
    case "image": made.imageLink = "picture.png"; break;
    case "expression": made.expression = maker.formula(); if (has("displayStyle")) made.displayStyle = pick(["decimal", "percent"]); break;
    case "multipletext":
      made.items = Array.from({ length: 2 + below(2) }, (_, at) => ({
        name: `i${at + 1}`, ...(chance(0.3) ? { title: text(`Item ${at + 1}`) } : {}), ...(has("required", 0.3) ? { isRequired: true } : {}),
      }));
      break;
    case "matrix":
      made.columns = choiceList("col");
      made.rows = choiceList("row");
      if (has("required", 0.3)) made.isAllRowRequired = true;
      if (has("required", 0.2)) made.eachRowUnique = true;
      if (has("visibleIf", 0.2)) made.rowsVisibleIf = maker.condition();
      break;
    case "matrixdropdown": case "matrixdynamic":
      made.columns = columnsOf(maker);
      if (chance(0.4)) made.choices = choiceList();
      if (type === "matrixdropdown") made.rows = choiceList("row");
      else rowCounts(maker, made, "rowCount", "minRowCount", "maxRowCount", 2);
      if (has("rules", 0.3)) made.columns[0].totalType = pick(["sum", "avg", "count", "min", "max"]);
      if (type === "matrixdynamic" && has("validators", 0.3)) made.keyName = made.columns[0].name;
      if (type === "matrixdynamic" && has("defaults", 0.3)) made.defaultRowValue = { [made.columns[0].name]: "a" };
      break;
    case "paneldynamic":
      made.templateElements = membersOf(maker);
      rowCounts(maker, made, "panelCount", "minPanelCount", "maxPanelCount", 0);
      if (chance(0.3)) made.templateTitle = text(`Panel {panelIndex} {panel.${made.templateElements[0].name}}`);
      if (has("validators", 0.3)) made.keyName = made.templateElements[0].name;
      break;
  }
  if (on.has("hideEmpty") && made.choices && chance(0.3)) made.hideIfChoicesEmpty = true;
  furtherSettings(maker, type, made);
  return made;
}

// The features that are drawn apart.
function furtherSettings(maker, type, made) {
  const { random, has, text, questions } = maker;
  const { below, chance, pick } = random;
  const several = ["checkbox", "tagbox"].includes(type);
  if (["radiogroup", "dropdown", "checkbox", "tagbox"].includes(type)) {
    if (has("choiceTexts")) Object.assign(made, { showOtherItem: true, otherText: text("Something else"), ...(chance(0.5) ? { otherErrorText: text("Say what") } : {}) });
    if (has("choiceTexts", 0.3)) Object.assign(made, { showNoneItem: true, noneText: text("Nothing of it") });
    if (has("choiceTexts", 0.2)) Object.assign(made, { showDontKnowItem: true, dontKnowText: text("No idea"), showRefuseItem: true, refuseText: text("No word") });
    if (has("choiceTexts", 0.3) && type === "checkbox") Object.assign(made, { showSelectAllItem: true, selectAllText: text("All of it") });
    if (has("choicesOfRows", 0.6)) {
      const lists = questions.filter(({ kind }) => ["matrixdynamic", "paneldynamic"].includes(kind));
      if (lists.length) {
        const { name, question } = pick(lists);
        const inside = (question.columns ?? question.templateElements).map((each) => each.name);
        Object.assign(made, { choicesFromQuestion: name, ...(chance(0.7) ? { choiceValuesFromQuestion: pick(inside) } : {}), ...(chance(0.4) ? { choiceTextsFromQuestion: pick(inside) } : {}) });
      }
    }
    const choices = (change) => made.choices?.map((choice) => (chance(0.4) ? { ...(valueOf(choice) === choice ? { value: choice } : choice), ...change() } : choice));
    if (has("exclusive") && type === "checkbox") made.choices = choices(() => ({ isExclusive: true }));
    if (has("ownComments") && ["radiogroup", "checkbox"].includes(type)) made.choices = choices(() => ({ showCommentArea: true, ...(chance(0.5) ? { isCommentRequired: true } : {}) }));
  }
  if (has("members") && several) made.valuePropertyName = "v";
  if (has("custom") && ["dropdown", "tagbox"].includes(type)) made.allowCustomChoices = true;
  if (has("moreBounds") && type === "dropdown") {
    delete made.choices;
    Object.assign(made, { choicesMin: 1 + below(2), choicesMax: 4 + below(3), ...(chance(0.3) ? { choicesStep: 2 } : {}) });
  }
  if (has("moreBounds") && type === "text") {
    if (made.inputType === "number") Object.assign(made, pick([{ step: 2 }, { maxValueExpression: maker.formula() }, { min: 2, minErrorText: text("Too low {0}") }, { max: 4, maxErrorText: text("Too high") }]));
    else if (!made.inputType) made.placeholder = text("Here");
  }
  if (has("moreBounds") && type === "slider") Object.assign(made, pick([{ step: 5 }, { step: 7 }, { maxValueExpression: `${20 + below(60)}` }, { sliderType: "range", minRangeLength: 15 }, { sliderType: "range", maxRangeLength: 30 }]));
  if (has("moreBounds") && type === "rating") Object.assign(made, pick([{ rateType: "stars" }, { autoGenerate: false, rateMin: 1, rateMax: 4 }, { rateCount: 3, rateMax: 6 }, { minRateDescription: text("low"), maxRateDescription: text("high") }]));
  if (made.maskSettings && has("moreMasks", 0.8)) {
    Object.assign(made.maskSettings, pick([{ saveMaskedValue: true }, { saveMaskedValue: true }, ...(["numeric", "currency"].includes(made.maskType)
      ? [{ allowNegativeValues: false }, { decimalSeparator: ",", thousandsSeparator: "." }, { min: 3 }, { max: 5 }, ...(made.maskType === "currency" ? [{ prefix: "$" }, { suffix: " EUR" }] : [])] : [])]));
  }
  if (type === "expression" && has("formats", 0.7)) {
    Object.assign(made, pick([{ format: text("({0})") }, { displayStyle: "decimal", maximumFractionDigits: 1 }, { displayStyle: "decimal", minimumFractionDigits: 2 }, { displayStyle: "currency", currency: "EUR" },
      { displayStyle: "decimal", useGrouping: false }, { precision: 1 }, { displayStyle: "percent" }]));
  }
  if (type === "boolean" && has("formats")) Object.assign(made, { labelTrue: text("Sure"), labelFalse: text("Never") });
  if (type === "matrix") {
    if (has("tables")) Object.assign(made, pick([{ eachRowRequired: true }, { isAllRowRequired: true }, { hideIfRowsEmpty: true }, { columnsVisibleIf: `{item} <> ${maker.literal(valueOf(made.columns[0]))}` }]));
    if (has("tables", 0.3)) made.rows = made.rows.map((row) => (chance(0.4) ? { value: valueOf(row), visibleIf: maker.condition() } : row));
    if (has("cellLists")) {
      made.cellType = "checkbox";
      if (chance(0.4)) made.columns = made.columns.map((column, at) => (at === 0 ? { value: valueOf(column), isExclusive: true } : column));
    }
  }
  if (type === "matrixdropdown" && has("tables")) {
    Object.assign(made, pick([{ hideIfRowsEmpty: true }, { rowsVisibleIf: `{item} <> ${maker.literal(valueOf(made.rows[0]))}` }, { rowsVisibleIf: maker.condition() }, { keyName: made.columns[0].name, keyDuplicationError: text("Twice") },
      { columnsVisibleIf: `{item} <> '${made.columns[0].name}'` }, { transposeData: true }]));
  }
  if (type === "matrixdynamic" && has("tables")) {
    Object.assign(made, pick([{ allowAddRows: false }, { allowRemoveRows: false }, { copyDefaultValueFromLastEntry: true }, { rowCountExpression: questions.length ? `{${maker.reference()}}` : "2" },
      { keyName: made.columns[0].name, keyDuplicationError: text("Twice") }, { hideColumnsIfEmpty: true }, { columnsVisibleIf: `{item} <> '${made.columns[0].name}'` }, { minRowCount: 2, isRequired: true }]));
  }
  if (made.columns && type !== "matrix") {
    if (has("details")) {
      const names = made.columns.map((column) => column.name);
      made.detailElements = [0, 1].map((at) => {
        const kind = pick(cellTypes);
        return { type: kind, ...inner(maker, "d", names, "row", at, kind), ...(["dropdown", "radiogroup", "checkbox"].includes(kind) ? { choices: maker.choiceList() } : {}) };
      });
      made.detailPanelMode = pick(["underRow", "underRowSingle"]);
    }
    if (has("totals", 0.7)) {
      const column = pick(made.columns);
      Object.assign(column, pick([{ totalType: pick(["sum", "avg", "count", "min", "max"]) }, { totalExpression: `sumInArray({${maker.count ? `q${maker.count}` : "q1"}}, '${column.name}')` }, { totalExpression: "1 + 2" }]));
      if (chance(0.5)) Object.assign(column, pick([{ totalFormat: text("All: {0}") }, { totalDisplayStyle: "decimal", totalMaximumFractionDigits: 1 }, { totalDisplayStyle: "currency", totalCurrency: "EUR" }, { totalDisplayStyle: "percent" }]));
    }
  }
  if (type === "paneldynamic" && has("panelRules", 0.8)) {
    const first = made.templateElements[0].name;
    Object.assign(made, pick([{ allowAddPanel: false }, { allowRemovePanel: false }, { copyDefaultValueFromLastEntry: true }, { panelCountExpression: questions.length ? `{${maker.reference()}}` : "2" },
      { defaultPanelValue: { [first]: "a" }, panelCount: 2 }, { templateVisibleIf: `{panel.${first}} notempty` }, { templateVisibleIf: "{panelIndex} > 0" }, { keyName: first, keyDuplicationError: text("Twice") },
      { templateDescription: text("About") }, { renderMode: "progressTop" }, { displayMode: "tab", templateTabTitle: text(`Tab {panel.${first}}`) }]));
  }
}

function rowCounts(maker, made, count, least, most, usual) {
  const { chance, below } = maker.random;
  if (chance(0.5)) made[count] = below(4);
  if (chance(0.15)) made[least] = 1 + below(2);
  if (chance(0.15)) made[most] = Math.max(made[least] ?? 0, made[count] ?? usual, 2 + below(2));
}

const cellTypes = ["text", "text", "dropdown", "radiogroup", "checkbox", "boolean", "rating", "comment", "expression"];

function inner(maker, prefix, others, scope, at, type) {
  const { random, has, choiceList } = maker;
  const { chance, pick, below } = random;
  const made = { name: `${prefix}${at + 1}` };
  if (["dropdown", "radiogroup", "checkbox"].includes(type) && (prefix === "m" || chance(0.7))) made.choices = choiceList();
  const near = () => `{${scope}.${pick(others)}}`;
  if (type === "expression") made.expression = others.length ? pick([`${near()} + 1`, near(), `iif(${near()} notempty, 'x', 'y')`]) : "1 + 2";
  if (has("required", 0.25)) made.isRequired = true;
  if (others.length && has("visibleIf", 0.4)) made.visibleIf = pick([`${near()} notempty`, `${near()} = 'a'`, `${near()} = ${below(4)}`]);
  if (others.length && has("enableIf", 0.2)) made.enableIf = `${near()} notempty`;
  if (others.length && has("requiredIf", 0.2)) made.requiredIf = `${near()} notempty`;
  if (type === "text" && has("defaults", 0.3)) made.defaultValue = pick(["a", 3]);
  if (type === "text" && others.length && has("formulas", 0.3)) made.defaultValueExpression = near();
  if (type === "text" && others.length && has("rules", 0.2)) made.setValueExpression = near();
  if (type === "text" && chance(0.2)) made.inputType = "number";
  return made;
}

function columnsOf(maker) {
  const names = [];
  return Array.from({ length: 2 + maker.random.below(2) }, (_, at) => {
    const cellType = maker.random.pick(cellTypes);
    const column = { ...inner(maker, "c", names, "row", at, cellType), cellType };
    if (at === 0 && cellType === "text" && maker.has("validators", 0.3)) column.isUnique = true;
    names.push(column.name);
    return column;
  });
}

function membersOf(maker) {
  const names = [];
  return Array.from({ length: 1 + maker.random.below(3) }, (_, at) => {
    const type = maker.random.pick(cellTypes);
    const member = { type, ...inner(maker, "m", names, "panel", at, type) };
    names.push(member.name);
    return member;
  });
}

function validatorsOf(maker, type) {
  const { random } = maker;
  const { chance, pick, below } = random;
  const made = ["checkbox", "tagbox"].includes(type)
    ? { type: "answercount", minCount: 1 + below(2), maxCount: 2 + below(2) }
    : pick([
        () => ({ type: "numeric", minValue: below(3), ...(chance(0.5) ? { maxValue: 4 + below(5) } : {}) }),
        () => ({ type: "text", minLength: below(3), ...(chance(0.5) ? { maxLength: 3 + below(4) } : {}), ...(chance(0.3) ? { allowDigits: false } : {}) }),
        () => ({ type: "regex", regex: pick(["^[a-z]+$", "\\d", "^(yes|no)$"]) }),
        () => ({ type: "email" }),
        () => ({ type: "expression", expression: maker.condition() }),
      ])();
  if (chance(0.4)) made.text = maker.text("Wrong");
  if (maker.has("notices", 0.7)) made.notificationType = pick(["warning", "info", "error"]);
  if (maker.on.has("notices") && made.type === "regex" && chance(0.5)) Object.assign(made, { regex: "^[A-C]$", caseInsensitive: true });
  return [made];
}

function questionOf(maker) {
  const { random, has, text, condition, formula, questions, on } = maker;
  const { chance, pick, below } = random;
  const type = pick(maker.allowedKinds);
  const name = `q${++maker.count}`;
  const made = { type, name, ...settingsOf(maker, type) };
  const display = ["html", "image"].includes(type), open = ["text", "comment"].includes(type);
  if (chance(0.4) || has("piping")) made.title = text(`Title ${name}`);
  if (has("visibleIf")) made.visibleIf = condition();
  if (has("static", 0.15)) made.visible = false;
  if (has("static", 0.15)) made.readOnly = true;
  if (!display) {
    if (type !== "expression" && has("enableIf", 0.25)) made.enableIf = condition();
    if (type !== "expression" && has("requiredIf", 0.25)) made.requiredIf = condition();
    if (type !== "expression" && has("required", 0.35)) made.isRequired = true;
    if (has("required", 0.05)) made.requiredErrorText = text("Needed");
    if (has("clearModes", 0.3)) made.clearIfInvisible = pick(["none", "onHidden", "onComplete", "onHiddenContainer"]);
    if (has("comments", 0.3) && type !== "comment") made.showCommentArea = true;
    if (type !== "expression" && has("valueNames", 0.3)) made.valueName = `shared-${type}`;
    if (has("validators", 0.5) && (open || ["checkbox", "tagbox"].includes(type))) made.validators = validatorsOf(maker, type);
    if (has("choiceConditions") && made.choices && questions.length) {
      if (chance(0.3)) made.choicesVisibleIf = pick([`{item} <> ${maker.literal(valueOf(made.choices[0]))}`, `{${maker.reference()}} contains {item}`, condition()]);
      if (chance(0.3)) made.choicesEnableIf = pick([`{item} <> ${maker.literal(valueOf(made.choices[0]))}`, condition()]);
      made.choices = made.choices.map((choice) => (chance(0.3) ? { ...(valueOf(choice) === choice ? { value: choice } : choice), [pick(["visibleIf", "enableIf"])]: condition() } : choice));
    }
    const sources = questions.filter(({ kind }) => ["radiogroup", "checkbox", "dropdown", "tagbox"].includes(kind));
    if (has("carryForward", 0.5) && ["radiogroup", "checkbox", "dropdown", "tagbox", "ranking"].includes(type) && sources.length) {
      made.choicesFromQuestion = pick(sources).name;
      if (chance(0.6)) made.choicesFromQuestionMode = pick(["selected", "unselected"]);
      if (chance(0.5)) delete made.choices;
    }
    if (has("numbers", 0.2)) made.showNumber = false;
    if (has("values", 0.6)) made.useDisplayValuesInDynamicTexts = false;
    if (has("ownComments", 0.3) && made.showCommentArea) made.commentText = text("Why?");
  }
  const values = answersOf(made, random, on.has("strange"));
  const chosen = open || ["slider", "multipletext"].includes(type) ? undefined : values;
  if (!display && type !== "expression") {
    if (has("defaults")) made.defaultValue = pick(values);
    const composite = ["matrix", "matrixdropdown", "matrixdynamic", "paneldynamic", "multipletext", "file", "ranking"].includes(type);
    if (!composite && on.has("formulas") && chance(0.25)) made.defaultValueExpression = formula(chosen);
    if (!composite && has("rules", 0.3)) {
      made.setValueExpression = formula(chosen);
      if (chance(0.6)) made.setValueIf = condition();
    }
    if (has("rules", 0.2)) made.resetValueIf = condition();
    if (has("quiz", 0.4)) made.correctAnswer = pick(values);
  }
  questions.push({ name, kind: type, value: made.valueName, values: values.length ? values : ["a"], question: made, asked: !display && type !== "expression" });
  return made;
}

function elementsOf(maker, most, depth) {
  return Array.from({ length: 1 + maker.random.below(most) }, () => {
    if (depth < 2 && maker.has("panels", 0.3)) {
      const panel = { type: "panel", name: `p${++maker.count}`, elements: elementsOf(maker, 3, depth + 1) };
      if (maker.has("visibleIf", 0.4)) panel.visibleIf = maker.condition();
      if (maker.has("enableIf", 0.2)) panel.enableIf = maker.condition();
      if (maker.has("required", 0.2)) panel.isRequired = true;
      if (maker.random.chance(0.3)) panel.title = maker.text(`Panel ${panel.name}`);
      if (maker.has("numbers", 0.3)) panel.showNumber = true;
      if (maker.has("static", 0.15)) panel.readOnly = true;
      return panel;
    }
    return questionOf(maker);
  });
}

function triggersOf(maker) {
  const { random, condition, formula, questions } = maker;
  const { chance, pick, below } = random;
  const target = () => pick(questions);
  return Array.from({ length: 1 + below(2) }, () => pick([
    () => ({ type: "complete", expression: condition() }),
    () => { const to = target(); return { type: "setvalue", expression: condition(), setToName: to.name, setValue: pick(to.values), ...(chance(0.15) ? { isVariable: true } : {}) }; },
    () => ({ type: "copyvalue", ...(chance(0.8) ? { expression: condition() } : {}), fromName: target().name, setToName: target().name }),
    () => ({ type: "runexpression", expression: condition(), runExpression: formula(), ...(chance(0.7) ? { setToName: target().name } : {}) }),
    () => ({ type: "skip", expression: condition(), gotoName: target().name }),
    ...(maker.on.has("legacyTriggers") ? [
      () => {
        const asked = target(), value = [pick(asked.values)].flat()[0], operator = pick(["equal", "notequal", "contains", "greater", "less"]);
        return { type: "setvalue", name: asked.name, operator, value: value !== null && typeof value === "object" ? "a" : value, setToName: target().name, setValue: pick(target().values) };
      },
      () => ({ type: "copyvalue", expression: condition(), fromName: target().name, setToName: target().name, copyDisplayValue: true }),
      () => ({ type: "visible", expression: condition(), questions: [target().name], ...(chance(0.3) ? { pages: ["page2"] } : {}) }),
    ] : []),
  ])());
}

function definitionOf(maker) {
  const { random, has, on, text, condition } = maker;
  const { chance, pick, below } = random;
  const made = {};
  const pages = on.has("startPage") ? 2 + below(3) : 1 + below(3);
  const each = Array.from({ length: pages }, (_, at) => {
    const page = { name: `page${at + 1}`, elements: elementsOf(maker, 4, 0) };
    if (at > 0 && has("visibleIf", 0.25)) page.visibleIf = condition();
    if (has("required", 0.1)) page.isRequired = true;
    if (has("static", 0.1)) page.readOnly = true;
    if (chance(0.2)) page.title = text(`Page ${at + 1}`);
    return page;
  });
  made.pages = each;
  // Something is always there to answer.
  for (let first = each[0]; first && !on.has("strange"); first = first.elements?.[0]) {
    delete first.visibleIf;
    delete first.visible;
  }
  if (on.has("calculated")) {
    made.calculatedValues = [{ name: "calc1", expression: pick(["{q1} + 1", "iif({q1} = 'a', 1, {q2})", "{q1} notempty", "sum({q2}, 2)", "{q3} contains 'b'"]), ...(chance(0.4) ? { includeIntoResult: true } : {}) }];
  }
  if (on.has("triggers") || on.has("legacyTriggers")) made.triggers = triggersOf(maker);
  if (on.has("displayMode")) made.mode = "display";
  if (has("moreBounds", 0.2)) made[pick(["maxTextLength", "maxCommentLength"])] = 3;
  if (has("clearModes", 0.7)) made.clearInvisibleValues = pick(["none", "onHidden", "onComplete", "onHiddenContainer"]);
  if (on.has("numbers")) made.showQuestionNumbers = pick(["on", "onPage", "recursive", "off", "on"]);
  if (on.has("numbering")) made.questionStartIndex = pick(["1.", "5)", "a.", "(A)", "1)"]);
  if (on.has("onePage")) made.questionsOnPageMode = "singlePage";
  else if (on.has("perPage")) made.questionsOnPageMode = "questionPerPage";
  if (on.has("startPage")) made.firstPageIsStartPage = true;
  if (on.has("preview")) Object.assign(made, { showPreviewBeforeComplete: true, ...(chance(0.5) ? { previewMode: "answeredQuestions" } : {}) });
  if (on.has("checkModes")) made.checkErrorsMode = pick(["onNextPage", "onValueChanged", "onComplete"]);
  if (has("locales", 0.3)) made.locale = pick(["de", "fr"]);
  if (on.has("othersInside")) made.storeOthersAsComment = false;
  return made;
}

function actionOf(maker, definition) {
  const { random, on, questions } = maker;
  const { chance, pick, below } = random;
  const asked = questions.filter(({ asked }) => asked);
  const commented = asked.filter(({ question }) => on.has("strange") || question.showOtherItem || question.showCommentArea);
  const set = () => {
    if (!asked.length) return { do: "next" };
    const { name, value, question } = pick(asked);
    const values = answersOf(question, random, on.has("strange"));
    return { do: "set", name: value ?? name, value: chance(0.08) ? null : values.length ? pick(values) : "a" };
  };
  const forms = [set, set, set, set, set, set, () => ({ do: "next" }), () => ({ do: "next" }), () => ({ do: "back" })];
  if (on.has("items") || on.has("comments")) forms.push(() => (commented.length ? { do: "comment", name: pick(commented).name, value: pick(["said", "", "more"]) } : { do: "back" }));
  if (chance(0.3)) forms.push(() => (asked.length ? { do: "clear", name: pick(asked).name } : { do: "back" }));
  if (chance(0.3)) forms.push(() => ({ do: "complete" }));
  if (on.has("variables")) forms.push(() => ({ do: "variable", name: "v1", value: pick([1, "a", true, 5, 0]) }));
  if (on.has("locales")) forms.push(() => ({ do: "locale", locale: pick(["de", "en", "fr"]) }));
  if (on.has("startPage")) forms.push(() => ({ do: "start" }));
  if (on.has("preview")) forms.push(() => ({ do: "preview" }), () => ({ do: "edit" }));
  if (on.has("rows")) {
    const dynamic = questions.filter(({ kind }) => ["matrixdynamic", "paneldynamic"].includes(kind));
    if (dynamic.length) forms.push(() => ({ do: "addRow", name: pick(dynamic).name }), () => ({ do: "removeRow", name: `${pick(dynamic).name}[${below(3)}]` }));
  }
  return pick(forms)(definition);
}

// A case: { definition, actions, now, seed }. Each takes a few of the features, so that little stands beside what fails.
export function surveyCase(seed, { kinds: allowedKinds, features: allowed }) {
  const random = randomFrom(seed);
  const share = random.pick([0.08, 0.15, 0.3]);
  const on = new Set(allowed.filter((feature) => features.indexOf(feature) < drawnApart && random.chance(share)));
  const apart = randomFrom(seed ^ 0x2545f491);
  const more = apart.pick([0, 0.06, 0.2]);
  for (const feature of allowed) if (features.indexOf(feature) >= drawnApart && apart.chance(more)) on.add(feature);
  if (on.size === 0) on.add(random.pick(allowed));
  const few = random.chance(0.5) ? allowedKinds : allowedKinds.filter(() => random.chance(0.4));
  const maker = Maker(random, few.length ? few : allowedKinds, on);
  const definition = definitionOf(maker);
  const actions = Array.from({ length: 3 + random.below(8) }, () => actionOf(maker, definition));
  if (random.chance(0.5)) actions.push({ do: "complete" });
  return { definition, actions };
}
