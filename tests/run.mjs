// Runs every suite, prints a line for each and the sum last. See tests/README.md.
//   node tests/run.mjs [SUITE...]
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const reports = join(root, "build/test/reports");
const limitMs = 20 * 60_000;
process.chdir(root);

function findChromium() {
  const names = ["chromium", "chromium-browser", "google-chrome"];
  const folders = (process.env.PATH ?? "").split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(existsSync) ?? "";
}

const environment = { CANVASS_CHROMIUM: findChromium(), ...process.env };

// A suite is a folder below tests/: its C++ files are one Catch2 program, its *.mjs files that import
// node:test run under Node.
function findSuites() {
  const suites = [];
  for (const folder of readdirSync("tests", { withFileTypes: true })) {
    if (!folder.isDirectory() || ["bench", "fuzz"].includes(folder.name)) continue;
    const path = join("tests", folder.name);
    const files = readdirSync(path, { recursive: true }).map((file) => join(path, String(file)));
    const scripts = files
      .filter((file) => dirname(file) === path && file.endsWith(".mjs"))
      .filter((file) => /from\s+["']node:test["']/.test(readFileSync(file, "utf8")));
    if (["core", "widget", "collector"].includes(folder.name) && files.some((file) => file.endsWith(".cpp"))) suites.push({ name: folder.name, run: runProgram });
    if (scripts.length) suites.push({ name: folder.name, scripts: scripts.sort(), run: runScripts });
  }
  // What is quick, and explains the failures of the rest, comes first.
  const order = ["core", "widget", "cli", "conformance", "collector", "package", "corpus", "browser"];
  const rank = (suite) => (order.indexOf(suite.name) + order.length + 1) % (order.length + 1);
  return suites.sort((a, b) => rank(a) - rank(b));
}

function execute(command, args) {
  return new Promise((resolve) => {
    // A process group of its own, so that a suite that hangs takes its browsers with it.
    const child = spawn(command, args, { stdio: "inherit", env: environment, detached: true });
    const kill = () => { try { process.kill(-child.pid, "SIGKILL"); } catch { /* gone already */ } };
    const timer = setTimeout(kill, limitMs);
    const stop = () => { kill(); process.exit(130); };
    process.once("SIGINT", stop);
    process.once("SIGTERM", stop);
    const end = (status) => {
      clearTimeout(timer);
      process.off("SIGINT", stop);
      process.off("SIGTERM", stop);
      resolve(status);
    };
    child.on("error", (error) => end(error.message));
    child.on("exit", (code, signal) => end(signal ?? code));
  });
}

const read = (file) => (existsSync(file) ? readFileSync(file, "utf8") : "");

async function runProgram({ name }) {
  const report = join(reports, `${name}.xml`);
  const status = await execute(`build/test/bin/canvass_${name}_tests`, [
    "--reporter", "console", "--reporter", `XML::out=${report}`,
  ]);
  const counts = read(report).match(/<OverallResultsCases ([^>]*)>/)?.[1] ?? "";
  const count = (key) => Number(counts.match(new RegExp(`\\b${key}="(\\d+)"`))?.[1] ?? 0);
  return {
    status,
    passed: count("successes") + count("expectedFailures"),
    failed: count("failures"),
    skipped: count("skips"),
  };
}

async function runScripts({ name, scripts }) {
  const report = join(reports, `${name}.tap`);
  const status = await execute(process.execPath, [
    "--test", "--test-concurrency=1",
    "--test-reporter=spec", "--test-reporter-destination=stdout",
    "--test-reporter=tap", `--test-reporter-destination=${report}`,
    ...scripts,
  ]);
  const tap = read(report);
  const count = (key) => Number(tap.match(new RegExp(`^# ${key} (\\d+)$`, "m"))?.[1] ?? 0);
  return {
    status,
    passed: count("pass"),
    failed: count("fail") + count("cancelled"),
    skipped: count("skipped") + count("todo"),
  };
}

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

// The tests a TAP report says failed, each with the first line of why: `not ok` holds the name, its YAML the error.
function failures({ name, scripts }) {
  if (!scripts) return [];
  const failed = /^[ \t]*not ok \d+ - (?!.*# TODO)(.*)\n([^]*?)^[ \t]*\.\.\.$/gm;
  return [...read(join(reports, `${name}.tap`)).matchAll(failed)].map(([, test, told]) =>
    `${test}: ${told.match(/^\s*error: (?:\|-\n\s*)?(.*)$/m)?.[1] ?? ""}`);
}

const wanted = process.argv.slice(2);
const suites = findSuites().filter((suite) => !wanted.length || wanted.includes(suite.name));
const total = { passed: 0, failed: 0, skipped: 0 };
const lines = [];
for (const suite of suites) {
  console.log(`\n== ${suite.name}${suite.scripts ? " (node)" : ""}`);
  const started = Date.now();
  const result = await suite.run(suite);
  const broken = result.status !== 0 || result.passed + result.failed === 0;
  // A crash, a leak or an empty suite is a failure that no test counted.
  if (broken && result.failed === 0) result.failed = 1;
  for (const key of Object.keys(total)) total[key] += result[key];
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  lines.push(
    `${suite.name}${suite.scripts ? " (node)" : ""}: ${sentence(result)} in ${seconds} s` +
      (broken ? ` [ended with ${result.status}]` : ""),
    ...failures(suite).map((each) => `  not ok: ${each}`),
  );
}

function sentence({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ""}`;
}

console.log(`\n${lines.join("\n")}`);
console.log(sentence(total));
process.exit(total.failed || !total.passed ? 1 : 0);
