// The content of a phone's profile folder, as seen by somebody who found the phone.
import { readdir, readFile, stat } from "node:fs/promises";
import { join, relative } from "node:path";

/** Size of a pool slot's header, which starts with the file's name; SQLite's file follows it. */
const HEADER = 4096;
const NAME = 512;
const SALT = 16;

/** Yields all files of a folder, with paths relative to it. */
export async function* files(folder) {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath ?? entry.path, entry.name);
    yield { name: relative(folder, path), bytes: await contents(path) };
  }
}

async function contents(path) {
  try {
    return await readFile(path);
  } catch (error) {
    // The browser deletes files meanwhile.
    if (error.code === "ENOENT" && !(await exists(path))) return Buffer.alloc(0);
    throw error;
  }
}

function exists(path) {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/** Returns the databases and journals of the pool, with their SQLite names. */
export async function slots(profile) {
  const found = [];
  for await (const { name, bytes } of files(profile)) {
    if (!name.includes("File System") || bytes.length < HEADER) continue;
    const header = bytes.subarray(0, NAME);
    const end = header.indexOf(0);
    // Empty slots have no name.
    if (end <= 0 || header.subarray(end).some((byte) => byte !== 0)) continue;
    const contents = bytes.subarray(HEADER);
    found.push({
      name: header.subarray(0, end).toString("utf8"),
      contents,
      salt: contents.subarray(0, SALT).toString("hex"),
    });
  }
  return found;
}

/** Returns where any of these words occurs in plaintext, as UTF-8 or UTF-16. */
export async function inTheClear(folder, words) {
  const needles = words.flatMap((word) =>
    ["utf8", "utf16le"].map((form) => ({ word, form, bytes: Buffer.from(word, form) })),
  );
  const found = [];
  for await (const { name, bytes } of files(folder)) {
    for (const needle of needles) {
      if (holds(bytes, needle)) found.push(`${needle.word} (${needle.form}) in ${name}`);
    }
  }
  return found;
}

/** Finds digits only as a whole number: longer numbers contain any six digits by chance. */
function holds(bytes, { word, form, bytes: needle }) {
  const step = form === "utf8" ? 1 : 2;
  const isDigit = (at) => at >= 0 && at < bytes.length && bytes[at] >= 0x30 && bytes[at] <= 0x39;
  for (let at = bytes.indexOf(needle); at >= 0; at = bytes.indexOf(needle, at + 1)) {
    const inNumber = isDigit(at - step) || isDigit(at + needle.length);
    if (!/^\d+$/.test(word) || !inNumber) return true;
  }
  return false;
}
