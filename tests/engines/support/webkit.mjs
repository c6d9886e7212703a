// WebKit (MiniBrowser of WebKitGTK) over WebDriver.
import { spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { startDisplay } from "./display.mjs";

const keys = { Tab: "\uE004", Enter: "\uE007", Space: " ", ArrowRight: "\uE014", ArrowDown: "\uE015" };

function findMiniBrowser() {
  const libraries = "/usr/lib";
  for (const machine of readdirSync(libraries)) {
    const path = join(libraries, machine, "webkit2gtk-4.1/MiniBrowser");
    if (existsSync(path)) return path;
  }
  throw new Error("there is no MiniBrowser");
}

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

export async function launchWebKit() {
  const display = await startDisplay();
  const port = await freePort();
  const driver = spawn("WebKitWebDriver", [`--port=${port}`, "--host=127.0.0.1"], { env: display.env, stdio: "ignore" });
  const ask = async (method, path, body) => {
    const reply = await fetch(`http://127.0.0.1:${port}${path}`, { method, ...(body && { body: JSON.stringify(body) }) });
    const { value } = await reply.json();
    if (value?.error) throw new Error(`${value.error}: ${value.message}`);
    return value;
  };
  for (let tries = 0; ; tries++) {
    try {
      await ask("GET", "/status");
      break;
    } catch (error) {
      if (tries > 50) throw error;
      await wait(100);
    }
  }
  const { sessionId } = await ask("POST", "/session", { capabilities: { alwaysMatch: {
    "webkitgtk:browserOptions": { binary: findMiniBrowser(), args: ["--automation", "--enable-webgl=true"] } } } });
  const session = (method, path, body) => ask(method, `/session/${sessionId}${path}`, body);
  await session("POST", "/window/rect", { width: 1000, height: 900 });
  const act = (type, actions) => session("POST", "/actions", { actions: [
    { type, id: type, ...(type === "pointer" && { parameters: { pointerType: "mouse" } }), actions }] });
  const type = (text) => act("key", [...text].flatMap((value) => [{ type: "keyDown", value }, { type: "keyUp", value }]));
  return {
    async open(url) {
      await session("POST", "/url", { url });
      return {
        evaluate: (body, ...args) => session("POST", "/execute/sync", { script: `return (${body})(...arguments)`, args }),
        click: (x, y) => act("pointer", [
          { type: "pointerMove", duration: 0, origin: "viewport", x: Math.round(x), y: Math.round(y) },
          { type: "pointerDown", button: 0 }, { type: "pointerUp", button: 0 }]),
        type,
        press: (key) => type(keys[key] ?? key),
        close: async () => {},
      };
    },
    async stop() {
      await session("DELETE", "").catch(() => {});
      driver.kill();
      display.stop();
    },
  };
}
