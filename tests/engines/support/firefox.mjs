// Firefox over WebDriver BiDi.
import puppeteer from "puppeteer-core";
import { startDisplay } from "./display.mjs";

export async function launchFirefox() {
  const display = await startDisplay();
  const browser = await puppeteer.launch({
    browser: "firefox", executablePath: process.env.CANVASS_FIREFOX || "/usr/bin/firefox-esr", headless: false, env: display.env,
    defaultViewport: { width: 1000, height: 800 },
    extraPrefsFirefox: { "webgl.force-enabled": true, "app.update.enabled": false, "datareporting.policy.dataSubmissionEnabled": false },
  });
  return {
    async open(url) {
      const page = await browser.newPage();
      await page.goto(url);
      return {
        evaluate: (body, ...given) => page.evaluate(body, ...given),
        click: (x, y) => page.mouse.click(x, y),
        type: (text) => page.keyboard.type(text),
        press: (key) => page.keyboard.press(key === "Space" ? " " : key),
        close: () => page.close(),
      };
    },
    async stop() {
      await browser.close();
      display.stop();
    },
  };
}
