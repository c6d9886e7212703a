// In the page that is measured, before everything else. Times are milliseconds since here.
{
  const begin = performance.now();
  const since = () => performance.now() - begin;
  const marks = {};
  const { instantiateStreaming } = WebAssembly;
  WebAssembly.instantiateStreaming = async (...given) => {
    const made = await instantiateStreaming.apply(WebAssembly, given);
    marks.compiled ??= since();
    return made;
  };
  addEventListener("canvass-ready", () => (marks.ready ??= since()));

  const frame = () => new Promise(requestAnimationFrame);
  // The frame's own work is over when a message sent from within it arrives.
  const shown = async () => {
    await frame();
    await new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = resolve;
      port2.postMessage(0);
    });
  };
  // A click falls in the middle between two frames, so that it is not chance which of them shows it.
  const pause = (frames) => new Promise((resolve) => setTimeout(resolve, (frames + 0.5) * (1000 / 60)));
  const widget = () => document.querySelector("canvass-widget");
  const root = () => widget()?.shadowRoot ?? document;
  const isThere = () => (widget() ? widget().debug?.paints > 0 : root().querySelector('input[type="radio"]'));
  const paintedAfter = async (before) => {
    do await shown();
    while (widget() && widget().debug.paints === before);
  };

  const first = (async () => {
    while (!isThere()) await frame();
    marks.painted = since();
    await shown();
    return since();
  })();

  globalThis.bench = {
    firstFrame: () => first,
    parts() {
      const wasm = performance.getEntriesByType("resource").find(({ name }) => name.endsWith(".wasm"));
      return { ...marks, fetched: wasm && wasm.responseEnd - begin };
    },
    async clicks(count) {
      const radios = [...root().querySelectorAll('input[type="radio"]')].slice(0, 2);
      const spent = [];
      for (let click = 0; click < count; click++) {
        await pause(2);
        const before = widget()?.debug.paints, from = performance.now();
        radios[click % 2].click();
        await paintedAfter(before);
        spent.push(performance.now() - from);
      }
      return spent.sort((a, b) => a - b)[Math.floor(count / 2)];
    },
    async turn() {
      const spent = [];
      for (let there = 0; there < 10; there++) {
        const wanted = there % 2 ? /^(back|previous)$/i : /^next$/i;
        const named = () => [...root().querySelectorAll("button, input[type=button]")]
          .find((each) => wanted.test((each.value || each.textContent || "").trim()) && each.offsetParent !== null);
        while (!named()) await frame();
        const button = named();
        await pause(5);
        const before = widget()?.debug.paints, from = performance.now();
        button.click();
        await paintedAfter(before);
        spent.push(performance.now() - from);
      }
      return spent.sort((a, b) => a - b)[Math.floor(spent.length / 2)];
    },
  };
}
