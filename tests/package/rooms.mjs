// Which folder may include what: the table of rooms in ARCHITECTURE.md, enforced.
import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));

function sources(folder) {
  const path = join(root, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path, { recursive: true })
    .map((file) => join(folder, String(file)))
    .filter((file) => /\.(cpp|h)$/.test(file));
}

const text = (file) => readFileSync(join(root, file), "utf8");
const includes = (file) => [...text(file).matchAll(/^\s*#\s*include\s*[<"]([^>"]+)[>"]/gm)].map((match) => match[1]);

const forbidden = {
  core: /imgui|emscripten|^(widget|shell|collector)\/|^(fstream|iostream|filesystem|random|locale|ctime|time\.h|thread|unistd\.h)$|^sys\//,
  widget: /emscripten|nlohmann|^(shell|collector)\//,
  "shell/cli": /imgui|emscripten|^(widget|collector)\//,
  collector: /imgui|emscripten|^(widget|shell)\//,
};

for (const [folder, pattern] of Object.entries(forbidden)) {
  test(`${folder} includes only what its room allows`, () => {
    const faults = sources(folder).flatMap((file) =>
      includes(file).filter((name) => pattern.test(name)).map((name) => `${file}: ${name}`));
    assert.deepEqual(faults, []);
  });
}

test("only one file of the core knows the JSON library", () => {
  const users = sources("core").filter((file) => includes(file).some((name) => name.startsWith("nlohmann/")));
  assert.deepEqual(users.filter((file) => file !== "core/json/parse.cpp"), []);
});

test("inside the core, includes point downwards", () => {
  const layers = [["base"], ["json"], ["expression"], ["definition"], ["session"], ["poll"],
    ["engagement", "insight", "moderation"]];
  const rank = (folder) => layers.findIndex((layer) => layer.includes(folder));
  const faults = [];
  for (const file of sources("core")) {
    const own = file.split("/")[1];
    if (rank(own) < 0) faults.push(`${file}: its folder has no layer yet`);
    for (const name of includes(file)) {
      const other = name.match(/^core\/([^/]+)\//)?.[1];
      if (other && other !== own && rank(other) >= rank(own)) faults.push(`${file}: ${name}`);
    }
  }
  assert.deepEqual(faults, []);
});

test("views call ui:: primitives, never ImGui", () => {
  const faults = sources("widget/views").filter((file) =>
    /\bImGui::/.test(text(file)) || includes(file).some((name) => name.startsWith("imgui")));
  assert.deepEqual(faults, []);
});
