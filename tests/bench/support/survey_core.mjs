// The figures of tests/bench/engine.cpp for survey-core: reads that program's output, prints {figure: seconds or bytes}.
// Run with --expose-gc.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

const { ConditionsParser, ExpressionRunner, Model } = createRequire(import.meta.url)("survey-core");
const { expressions, values, plain, conditioned } = JSON.parse(readFileSync(process.argv[2], "utf8"));

const processorSeconds = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

// As seconds_of() there.
function secondsOf(work) {
  const start = processorSeconds();
  for (let call = 0; call < 3 || processorSeconds() - start < 0.1; call++) work();
  let best = Infinity;
  for (let repeat = 0; repeat < 3; repeat++) {
    for (let calls = 1; ; calls *= 2) {
      const begin = processorSeconds();
      for (let call = 0; call < calls; call++) work();
      const spent = processorSeconds() - begin;
      if (spent < 0.05) continue;
      best = Math.min(best, spent / calls);
      break;
    }
  }
  return best;
}

function heap() {
  gc();
  return process.memoryUsage().heapUsed;
}

const figures = {};
figures.parse = secondsOf(() => expressions.forEach((text) => new ConditionsParser().parseExpression(text))) / expressions.length;
const runners = expressions.map((text) => new ExpressionRunner(text));
figures.evaluate = secondsOf(() => runners.forEach((runner) => runner.runValues(values))) / expressions.length;
figures.load = secondsOf(() => new Model(conditioned));

const alone = new Model(plain);
let flip = false;
const answer = (survey, name, yes, no) => survey.setValue(name, (flip = !flip) ? yes : no);
figures.alone = secondsOf(() => answer(alone, "q500", "a", "b"));

const before = heap();
const dependent = new Model(conditioned);
figures.memory = heap() - before;
figures.dependent = secondsOf(() => answer(dependent, "first", "yes", "no"));
figures.dependent_view = figures.dependent;

console.log(JSON.stringify(figures));
