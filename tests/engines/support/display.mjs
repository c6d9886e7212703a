// A screen in memory, as neither Firefox nor WebKit paints WebGL without one.
import { spawn } from "node:child_process";

// { env, stop() }
export async function startDisplay() {
  const server = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"], { stdio: ["ignore", "ignore", "ignore", "pipe"] });
  const display = await new Promise((resolve, reject) => {
    server.stdio[3].once("data", (number) => resolve(`:${String(number).trim()}`));
    server.once("error", reject);
    server.once("exit", (code) => reject(new Error(`Xvfb ended with ${code}`)));
  });
  return { env: { ...process.env, DISPLAY: display }, stop: () => void server.kill() };
}
