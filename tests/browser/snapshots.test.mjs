// What assistive technology hears of each kind, and how a few kinds look, is what was kept. CANVASS_RENEW=1 renews it:
// look at what git then shows.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { launch, open, withDemo } from "./support/demo.mjs";
import { widget } from "./support/host.mjs";
import { accessibilityTree, difference, kept, keepOutput } from "./support/snapshots.mjs";

let demo, browser;
withDemo((...given) => ([demo, browser] = given));

const survey = JSON.parse(readFileSync(new URL("../../assets/demo/gallery/survey.json", import.meta.url), "utf8"));
const kinds = [...new Set(survey.elements.map(({ type }) => type))];
const region = "Every kind of question";

const silent = ["html", "image", "expression"];  // nothing to answer

for (const kind of kinds) {
  test(`assistive technology hears of ${kind} what was kept`, async () => {
    const page = await open(browser, `${demo.url}/gallery/?kind=${kind}`, { bypassCSP: true });
    let heard = "";
    for (const state of silent.includes(kind) ? [""] : ["", "error", "readonly"]) {
      await page.locator("[name=state]").selectOption(state);
      await widget(page).getByRole("button", { name: "Submit" }).waitFor();
      await page.waitForTimeout(150);
      heard += `# ${state || "to be answered"}\n${await accessibilityTree(page, "region", region)}`;
    }
    assert.equal(heard, kept(`accessibility/${kind}.txt`, heard).toString());
    await page.context().close();
  });
}

// A picture is the same when fewer than one pixel in two thousand differs.
const tolerance = 1 / 2000;
const scenes = {
  choices: "kind=checkbox&theme=none",
  scales: "kind=rating&theme=none&state=error",
  table: "kind=matrix&theme=plum&scheme=dark",
  mirrored: "kind=ranking&theme=meadow&locale=ar&density=compact",
};

// At two pixels Chromium chooses whether it hints letters when it first draws with a font, now and then before it knows of
// the density: one page in ten looks a little different. So both are drawn without the choice.
let dense;
before(async () => { dense = await launch(["--disable-font-subpixel-positioning"]); });
after(() => dense.close());

async function picture(scene, deviceScaleFactor, styles = "") {
  const page = await open(deviceScaleFactor > 1 ? dense : browser, `${demo.url}/gallery/?${scenes[scene]}`, { bypassCSP: true, viewport: { width: 560, height: 1200 }, deviceScaleFactor });
  await page.addStyleTag({ content: `canvass-widget { font: 16px "Noto Sans", sans-serif; ${styles} }` });
  await widget(page).getByRole("button").last().waitFor();
  const section = page.locator("section");
  // Until the picture stands still: a busy machine takes longer over the first glyphs.
  let png;
  for (let tries = 0, still = 0; tries < 20 && still < 2; tries++) {
    await page.waitForTimeout(300);
    const before = png;
    png = await section.screenshot();
    still = before?.equals(png) ? still + 1 : 0;
  }
  return { page, png };
}

const describe = ({ share, left, top, right, bottom }) => `${(share * 100).toFixed(3)} % of the pixels differ, from ${left}, ${top} to ${right}, ${bottom}`;

// Glyphs are drawn by the browser, so a picture holds for the version that drew it.
const sameBrowser = () => kept("pixels/chromium.txt", `${browser.version().split(".")[0]}\n`).toString().trim() === browser.version().split(".")[0];

for (const scene of Object.keys(scenes)) {
  for (const scale of [1, 2]) {
    test(`${scene} look as kept at ${scale}x`, async (t) => {
      if (!sameBrowser()) return t.skip("another Chromium than the one that drew the pictures: renew them");
      const shown = await picture(scene, scale);
      const expected = kept(`pixels/${scene}-${scale}x.png`, shown.png);
      const differs = await difference(shown.page, shown.png, expected);
      if (differs.share >= tolerance) keepOutput(`${scene}-${scale}x.png`, shown.png);
      assert.ok(differs.share < tolerance, describe(differs));
      await shown.page.context().close();
    });
  }
}

test("the tolerance is less than what one step of a token changes", async () => {
  const before = await picture("choices", 1);
  for (const change of ["space: 9px", "text-size: 17px", "accent: #5b54cc", "radius: 4px", "border: 2px"]) {
    const after = await picture("choices", 1, `--canvass-${change}`);
    const differs = await difference(before.page, before.png, after.png);
    assert.ok(differs.share > 2 * tolerance, `${change}: ${describe(differs)}`);
    await after.page.context().close();
  }
  await before.page.context().close();
});
