// The app on a phone that has little memory.

const MEMORY_SECTION = 5;
const PAGES_PER_MIB = 16;

/** Returns the app with a program that gets no more than this much memory. */
export function withMemory(app, mebibytes) {
  const path = app.path("voorveld.wasm");
  return app.with({ [path]: limited(app.files.get(path), mebibytes * PAGES_PER_MIB) });
}

/** Returns a WebAssembly program with a maximum for its memory. */
function limited(program, pages) {
  const parts = [program.subarray(0, 8)];
  for (let at = 8; at < program.length; ) {
    const [size, body] = number(program, at + 1);
    const section = program.subarray(at, body + size);
    parts.push(program[at] === MEMORY_SECTION ? memory(program.subarray(body, body + size), pages) : section);
    at = body + size;
  }
  return Buffer.concat(parts);
}

/** Returns a memory section like this one, which holds one memory. */
function memory(section, pages) {
  const [least] = number(section, 2);
  if (section[0] !== 1 || least > pages) throw new Error(`a memory of ${pages} pages is too small`);
  const body = Buffer.from([1, 1, ...leb(least), ...leb(pages)]);
  return Buffer.from([MEMORY_SECTION, ...leb(body.length), ...body]);
}

function number(bytes, at) {
  let value = 0;
  for (let shift = 0; ; shift += 7, at += 1) {
    value += (bytes[at] & 0x7f) * 2 ** shift;
    if (bytes[at] < 0x80) return [value, at + 1];
  }
}

function leb(value) {
  const bytes = [];
  for (; value >= 0x80; value = Math.floor(value / 128)) bytes.push((value % 128) | 0x80);
  return [...bytes, value];
}
