// Every case through the command line, natively.
import assert from "node:assert/strict";
import { test } from "node:test";
import { cases, run, runBatch } from "./cases.mjs";

for (const each of cases) {
  test(`${each.name}: ${each.about}`, () => {
    const { status, lines, stderr } = run(each);
    assert.equal(status, each.faulty ? 1 : 0, stderr);
    const states = lines.map((line) => JSON.parse(line)).filter((line) => "state" in line);
    assert.equal(states.length, each.steps.length);
    each.steps.forEach(({ action, expect }, step) => {
      for (const [member, expected] of Object.entries(expect))
        assert.deepEqual(states[step][member], expected, `${member} after step ${step + 1}, ${JSON.stringify(action)}`);
    });
    const response = lines.map((line) => JSON.parse(line)).find((line) => "answers" in line);
    assert.deepEqual(response.answers, states.at(-1).data);
  });
}

test("a batch gives the last state of each case", () => {
  const last = cases.map((each) => run(each).lines.filter((line) => "state" in JSON.parse(line)).at(-1));
  assert.deepEqual(runBatch().lines, last);
});
