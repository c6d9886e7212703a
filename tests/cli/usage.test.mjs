import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { closeSync, existsSync, openSync } from "node:fs";
import { test } from "node:test";
import { canvass, program, withFiles } from "./canvass.mjs";

test("help is asked for on standard output and given on standard error otherwise", () => {
  const asked = canvass(["--help"]);
  assert.equal(asked.status, 0);
  assert.match(asked.stdout, /canvass check DEFINITION/);
  for (const words of [[], ["paint"]]) {
    const refused = canvass(words);
    assert.equal(refused.status, 2);
    assert.equal(refused.stdout, "");
    assert.match(refused.stderr, /canvass check DEFINITION/);
  }
});

test("a command line that a command does not take is a usage error with a reason", () => {
  for (const words of [
    ["check"], ["check", "a", "b"], ["check", "a", "--colour"], ["check", "a", "--locale"], ["check", "-x"],
    ["eval", "a", "b"], ["eval", "--now", "yesterday"],
    ["run"], ["run", "a"], ["run", "-", "--actions", "-"], ["run", "a", "--actions", "b", "--seed", "x"],
    ["run", "a", "--actions", "b", "--now", "never"], ["run", "--batch", "a", "b"], ["run", "--batch=1"],
    ["run", "--batch", "--seed", "x"], ["run", "--batch", "--now", "never"],
    ["tally"], ["tally", "a"], ["tally", "--method", "plurality"],
  ]) {
    const refused = canvass(words);
    assert.equal(refused.status, 2, words.join(" "));
    assert.equal(refused.stdout, "");
    assert.notEqual(refused.stderr, "");
  }
});

test("output that cannot be written is said and no success", { skip: !existsSync("/dev/full") }, () => {
  const full = openSync("/dev/full", "w");
  for (const [words, input] of [
    [["eval"], '{"expression": "1 + 1"}\n'], [["check", "-"], "{}"], [["--help"], ""],
  ]) {
    const { status, stderr } = spawnSync(program, words, { input, encoding: "utf8", stdio: ["pipe", full, "pipe"] });
    assert.equal(status, 2, words.join(" "));
    assert.match(stderr, /The output cannot be written: No space left on device\./);
  }
  closeSync(full);
});

test("files that are missing, folders or too large are named in one sentence", () =>
  withFiles((write, folder) => {
    const large = write("large.json", Buffer.alloc((4 << 20) + 1, 32));
    const definition = write("definition.json", {});
    for (const command of [
      (path) => ["check", path],
      (path) => ["run", path, "--actions", definition],
      (path) => ["run", definition, "--actions", path],
      (path) => ["run", "--batch", path],
      (path) => ["eval", path],
      (path) => ["tally", "--method", "plurality", path],
    ]) {
      for (const [path, reason] of [[`${folder}/absent`, /cannot be opened: No such file/], [folder, /cannot be read: Is a directory/]]) {
        const refused = canvass(command(path));
        assert.equal(refused.status, 1, command(path).join(" "));
        assert.match(refused.stderr, reason);
        assert.ok(refused.stderr.includes(path));
      }
    }
    assert.match(canvass(["check", large]).stderr, /too large: no more than 4194304 bytes/);
  }));
