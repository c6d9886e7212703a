// Checks the TypeScript, bundles it into dist/canvass.js and writes dist/canvass.d.ts.
// src/generated.ts and src/shapes.ts come from the native build (types/generate.cpp).
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join, parse } from "node:path";
import { fileURLToPath } from "node:url";
import { build, transform } from "esbuild";
import { minify } from "terser";

const root = fileURLToPath(new URL("../../", import.meta.url));
process.chdir(root);
const source = "shell/web/src";

function tsc(...args) {
  execFileSync(join(root, "node_modules/.bin/tsc"), ["-p", "shell/web/tsconfig.json", ...args], { stdio: "inherit" });
}

// A stylesheet is bundled as its minified text.
const stylesheets = {
  name: "stylesheets",
  setup({ onLoad }) {
    onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { code } = await transform(readFileSync(path, "utf8"), { loader: "css", minify: true });
      return { contents: code.trim(), loader: "text" };
    });
  },
};

tsc("--noEmit");
mkdirSync("dist", { recursive: true });

// The declarations of public.ts with the shapes it names, in one file.
const types = "build/types";
rmSync(types, { recursive: true, force: true });
tsc("--noEmit", "false", "--declaration", "--emitDeclarationOnly", "--outDir", types);
const declarations = ["shapes", "engagement", "public"].map((name) => readFileSync(`${types}/shell/web/src/${name}.d.ts`, "utf8"));
writeFileSync("dist/canvass.d.ts", declarations.join("\n").replace(/^import .*;\n/gm, ""));

const locales = readdirSync("assets/locales").filter((name) => name.endsWith(".json")).map((name) => parse(name).name);
cpSync("assets/locales", "dist/locales", { recursive: true });
cpSync("assets/themes.css", "dist/themes.css");

const { outputFiles } = await build({
  entryPoints: [`${source}/engagement.ts`, `${source}/embed.ts`, `${source}/choices.ts`, `${source}/canvass.ts`],
  outdir: "dist",
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  legalComments: "none",
  logLevel: "warning",
  define: { CANVASS_LOCALES: JSON.stringify(locales) },
  plugins: [stylesheets],
  write: false,
});

// What is minified once is 3 % smaller when it is again. canvass.js comes last, because make takes its age for the whole
// package's.
for (const { path, text } of outputFiles) {
  const { code } = await minify(text, { module: true, ecma: 2022, compress: { passes: 3 } });
  writeFileSync(path, code);
}
