// The built app in target/web/app, read into memory at once because it may be rebuilt meanwhile, and
// other versions derived from it.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { extname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { until } from "./wait.js";

export const FOLDER =
  process.env.VOORVELD_WEB_APP ?? fileURLToPath(new URL("../../../target/web/app", import.meta.url));
const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".png": "image/png",
};

/** A version of the app: what the server responds at each path. */
export class App {
  constructor(files) {
    this.files = files;
  }

  /** Loads the built app; waits while it is being rebuilt. */
  static load(folder = FOLDER) {
    return until(`there is a whole app in ${folder}`, () => {
      const app = App.read(folder);
      return app?.isWhole() && app;
    });
  }

  static read(folder) {
    try {
      return App.taken(folder);
    } catch (error) {
      // A rebuild is replacing the folder.
      if (error.code === "ENOENT") return null;
      throw error;
    }
  }

  static taken(folder) {
    const files = new Map();
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !(extname(entry.name) in TYPES)) continue;
      const file = join(entry.parentPath ?? entry.path, entry.name);
      const path = `/${relative(folder, file)}`;
      files.set(path === "/index.html" ? "/" : path, readFileSync(file));
    }
    return new App(files);
  }

  /** Returns whether every file that the service worker lists is present with its declared hash. */
  isWhole() {
    if (!this.files.has("/") || !this.files.has("/sw.js")) return false;
    const [, promised] = /FILES = new Map\((\[.*\])\);/.exec(this.text("/sw.js"));
    return JSON.parse(promised).every(
      ([path, sum]) => this.files.has(path) && integrity(this.files.get(path)) === sum,
    );
  }

  get(path) {
    const bytes = this.files.get(path);
    return bytes && { bytes, type: TYPES[path === "/" ? ".html" : extname(path)] };
  }

  text(path) {
    return this.files.get(path).toString("utf8");
  }

  /** The folder of this version, as in the page's URLs. */
  get folder() {
    return /\/(app-[0-9a-f]+)\/boot\.js/.exec(this.text("/"))[1];
  }

  /** Returns the path of a file in that folder. */
  path(name) {
    return `/${this.folder}/${name}`;
  }

  /** Returns a copy with some files replaced, but not the hashes in the service worker. */
  with(files) {
    return new App(new Map([...this.files, ...Object.entries(files).map(bytes)]));
  }

  /** Returns a copy without these files. */
  without(...paths) {
    return new App(new Map([...this.files].filter(([path]) => !paths.includes(path))));
  }

  /** Returns a copy with a file whose content does not match its declared hash. */
  broken(path) {
    const contents = Buffer.from(this.files.get(path));
    contents[contents.length - 1] ^= 1;
    return this.with({ [path]: contents });
  }

  /** Returns the same app as another version: in another folder, with its own service worker. */
  released(number) {
    const old = this.folder;
    const name = `app-${String(number).padStart(16, "0")}`;
    const files = new Map();
    for (const [path, contents] of this.files) {
      files.set(path.replace(`/${old}/`, `/${name}/`), contents);
    }
    const page = this.text("/").replaceAll(old, name);
    const worker = this.text("/sw.js")
      .replaceAll(old, name)
      .replace(/\["\/","[^"]+"\]/, `["/","${integrity(Buffer.from(page))}"]`)
      .replace(/"voorveld-[0-9a-f]+"/, `"voorveld-${String(number).padStart(16, "0")}"`);
    return new App(files).with({ "/": page, "/sw.js": worker });
  }
}

function bytes([path, contents]) {
  return [path, Buffer.from(contents)];
}

function integrity(contents) {
  return `sha384-${createHash("sha384").update(contents).digest("base64")}`;
}
