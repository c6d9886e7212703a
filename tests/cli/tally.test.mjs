import assert from "node:assert/strict";
import { test } from "node:test";
import { canvass } from "./canvass.mjs";

const tally = (election, method = "plurality") => canvass(["tally", "--method", method, "-"], JSON.stringify(election));

const tennessee = {
  candidates: ["Memphis", "Nashville", "Chattanooga", "Knoxville"],
  ballots: [[42, [[0], [1], [2], [3]]], [26, [[1], [2], [3], [0]]], [15, [[2], [3], [1], [0]]], [17, [[3], [2], [1], [0]]]],
};

test("plurality counts first choices and says who won, in which order, with which shares", () => {
  const { status, lines, stderr } = tally(tennessee);
  assert.equal(status, 0);
  assert.equal(stderr, "");
  assert.deepEqual(lines, [{
    method: "plurality",
    winners: ["Memphis"],
    tied: [],
    order: [["Memphis"], ["Nashville"], ["Knoxville"], ["Chattanooga"]],
    rounds: [{
      tally: { Memphis: "42", Nashville: "26", Chattanooga: "15", Knoxville: "17" },
      threshold: null, elected: ["Memphis"], eliminated: [],
    }],
    decidedByLot: false, ballots: 100, abstentions: 0, invalid: 0, voters: 100, votes: 100,
    percentages: { Memphis: "42.0", Nashville: "26.0", Chattanooga: "15.0", Knoxville: "17.0" },
    percentagesOfVoters: { Memphis: "42.0", Nashville: "26.0", Chattanooga: "15.0", Knoxville: "17.0" },
  }]);
});

test("the order of the ballots does not matter", () => {
  assert.equal(tally({ ...tennessee, ballots: tennessee.ballots.toReversed() }).stdout, tally(tennessee).stdout);
});

test("a tie names all who tie, whatever the seed", () => {
  for (const seed of [undefined, "a", "b"]) {
    const [result] = tally({ candidates: ["A", "B", "C"], ballots: [[2, [[1]]], [2, [[0]]], [1, [[2]]]], seed }).lines;
    assert.deepEqual(result.winners, ["A", "B"]);
    assert.deepEqual(result.tied, ["A", "B"]);
    assert.equal(result.decidedByLot, false);
  }
});

test("over-votes are invalid unless the rule says otherwise, empty ballots abstain", () => {
  const election = { candidates: ["A", "B"], ballots: [[3, [[0, 1]]], [1, [[1]]], [2, []]] };
  const [strict] = tally(election).lines;
  assert.deepEqual([strict.ballots, strict.invalid, strict.abstentions, strict.votes], [6, 3, 2, 1]);
  const [every] = tally({ ...election, rules: { overVote: "every" } }).lines;
  assert.deepEqual([every.voters, every.votes], [4, 7]);
  assert.deepEqual(every.percentages, { A: "42.9", B: "57.1" });
  assert.deepEqual(every.percentagesOfVoters, { A: "75.0", B: "100.0" });
});

test("every fault of the file is JSON and a sentence, with its place", () => {
  const { status, lines, stderr } = tally({ candidates: ["A", "A"], ballots: [[1, [[2]]], "x"] });
  const places = ["/candidates/1", "/ballots/0/1/0/0", "/ballots/1"];
  assert.equal(status, 1);
  assert.deepEqual(lines[0].errors.map(({ pointer }) => pointer), places);
  for (const place of places) assert.ok(stderr.includes(`${place}: `), stderr);
  const [{ errors: [fault] }] = canvass(["tally", "--method", "plurality", "-"], "nonsense").lines;
  assert.equal(fault.code, "json-syntax");
});

test("unknown members are notes and the count goes on", () => {
  const { status, stderr, lines } = tally({ ...tennessee, place: "Tennessee" });
  assert.equal(status, 0);
  assert.match(stderr, /note: “place”/);
  assert.deepEqual(lines[0].winners, ["Memphis"]);
});

test("an unknown method is a usage error that names those there are", () => {
  const { status, stderr } = tally(tennessee, "dictatorship");
  assert.equal(status, 2);
  assert.match(stderr, /known: plurality/);
});

test("two hundred thousand ballots are counted one by one", () => {
  const ballots = Array.from({ length: 200_000 }, (_, i) => [1, [[i % 7]]]);
  const { status, lines } = tally({ candidates: [..."ABCDEFG"], ballots });
  assert.equal(status, 0);
  assert.equal(lines[0].votes, 200_000);
  assert.deepEqual(lines[0].winners, ["A", "B", "C"]);
});

test("every method counts, and duel methods show the duels", () => {
  for (const [method, winner] of [["irv", "Knoxville"], ["schulze", "Nashville"], ["ranked-pairs", "Nashville"], ["borda", "Nashville"], ["stv", "Knoxville"]]) {
    const { status, lines } = tally(tennessee, method);
    assert.equal(status, 0);
    assert.deepEqual(lines[0].winners, [winner], method);
  }
  assert.equal(tally(tennessee, "schulze").lines[0].duels.Nashville.Memphis, 58);
  assert.equal(tally(tennessee, "irv").lines[0].rounds[1].tally.Knoxville, "32");
});

test("--batch counts one election a line, and a fault in one does not stop the rest", () => {
  const input = [JSON.stringify(tennessee), "{", JSON.stringify({ candidates: ["A"], ballots: [[1, [[3]]]] }), JSON.stringify(tennessee)].join("\n");
  const { status, lines, stderr } = canvass(["tally", "--method", "irv", "--batch", "-"], input);
  assert.equal(status, 1);
  assert.equal(lines.length, 4);
  assert.deepEqual([lines[0].winners, lines[3].winners], [["Knoxville"], ["Knoxville"]]);
  assert.ok(lines[1].error && lines[2].error);
  assert.match(stderr, /-:3: \/ballots\/0\/1\/0\/0/);
});

test("what is published is verified, and what was changed since is not", () => {
  const published = canvass(["publish", "--method", "irv", "-"], JSON.stringify({ ...tennessee, seed: "s" }));
  assert.equal(published.status, 0);
  const [sealed] = published.lines;
  assert.match(sealed.sha256, /^[0-9a-f]{64}$/);
  const right = canvass(["verify", "-"], JSON.stringify(sealed));
  assert.deepEqual([right.status, right.lines[0].matches], [0, true]);
  const wrong = canvass(["verify", "-"], JSON.stringify({ ...sealed, ballots: sealed.ballots.slice(1) }));
  assert.deepEqual([wrong.status, wrong.lines[0].matches, wrong.lines[0].unchanged], [1, false, false]);
  assert.match(wrong.stderr, /sealed/);
});
