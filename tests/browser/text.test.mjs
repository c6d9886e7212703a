// Every script is painted, in the host page's own fonts. The screenshots lie in output/ for people to look at.
import assert from "node:assert/strict";
import { test } from "node:test";
import { withDemo } from "./support/demo.mjs";
import { debug, host, ink, widget } from "./support/host.mjs";

let demo, browser;
withDemo((...given) => ([demo, browser] = given));

const words = {
  german: "Größe, Füße, Übermut und ẞ",
  chinese: "中文排版测试，标点在此。",
  japanese: "日本語のテキスト",
  korean: "한국어 텍스트",
  arabic: "مرحبا بالعالم، كيف حالك اليوم؟ (2024)",
  hebrew: "שלום עולם",
  hindi: "नमस्ते दुनिया, क्षत्रिय",
  thai: "สวัสดีชาวโลก",
  emoji: "🎉 👍🏽 🇩🇪 👨‍👩‍👧‍👦",
};
const definition = {
  title: "AVATAR Tofu: kerning, ﬁ, “quotes”",
  description: "Ein recht langer Absatz mit Donaudampfschifffahrtsgesellschaftskapitänsmütze, damit umbrochen wird. " +
    "这是一个很长的段落，用来测试没有空格的文字如何换行，并且标点符号不应该出现在行首。 " +
    "هذه فقرة طويلة باللغة العربية لاختبار التفاف الأسطر من اليمين إلى اليسار في عدة أسطر متتالية.",
  elements: [{ type: "radiogroup", name: "q", title: "Scripts", choices: Object.entries(words).map(([value, text]) => ({ value, text })) }],
};

for (const [width, scale] of [[360, 2], [1280, 1]]) {
  test(`every script shows at ${width} pixels and ${scale}x`, async () => {
    const page = await host(browser, demo, '<canvass-widget src="./scripts.json"></canvass-widget>', {
      files: { "scripts.json": definition },
      options: { viewport: { width, height: 1100 }, deviceScaleFactor: scale },
    });
    await widget(page).getByRole("radio").first().waitFor();
    await page.waitForTimeout(800);
    await page.screenshot({ path: `tests/browser/output/text-${width}.png`, fullPage: true });
    for (const [value, text] of Object.entries(words)) {
      const box = await widget(page).getByRole("radio", { name: text, exact: true }).boundingBox();
      // Without the ring at its start and the border.
      const found = await ink(page, { x: box.x + 44, y: box.y + 4, width: box.width - 56, height: box.height - 8 });
      assert.ok(found.dark > 60, `${value}: ${found.dark} pixels of ink`);
      if (value === "emoji") assert.ok(found.coloured > 60, `${found.coloured} coloured pixels`);
      else assert.equal(found.coloured, 0, `${value} is painted in the text's colour`);
    }
    await page.context().close();
  });
}

test("no line runs over the edge", async () => {
  const page = await host(browser, demo, '<canvass-widget src="./scripts.json"></canvass-widget>', {
    files: { "scripts.json": definition }, options: { viewport: { width: 320, height: 900 } },
  });
  await widget(page).getByRole("radio").first().waitFor();
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
  const { x, y, width, height } = await widget(page).boundingBox();
  const edge = await ink(page, { x: x + width - 8, y, width: 8, height: Math.min(height, 900 - y) });
  assert.equal(edge.dark, 0);
  await page.context().close();
});

test("more clusters than there are code points begin a new generation and stay readable", async () => {
  const many = Array.from({ length: 7000 }, (_, i) => `w${i.toString(36)}x`).join(" ");
  const page = await host(browser, demo, '<canvass-widget src="./many.json"></canvass-widget>', {
    files: { "many.json": { title: "Short title", description: many, elements: [{ type: "text", name: "q" }] } },
  });
  await widget(page).getByRole("textbox").waitFor();
  await page.waitForTimeout(3000);
  await page.evaluate(() => document.querySelector("canvass-widget").definition = {
    title: "Quite another title", elements: [{ type: "text", name: "q", title: "Name" }],
  });
  await widget(page).getByRole("textbox", { name: "Name" }).waitFor();
  await page.waitForTimeout(3000);
  const { x, y } = await widget(page).boundingBox();
  const found = await ink(page, { x: x + 16, y: y + 16, width: 600, height: 60 });
  assert.ok(found.dark > 200, `${found.dark} pixels of ink`);
  const { frames } = await debug(page);
  await page.waitForTimeout(1500);
  assert.equal((await debug(page)).frames, frames, "it has come to rest");
  await page.context().close();
});
