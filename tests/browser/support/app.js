// The built app as it lies in target/web/app, taken in at once: it may be built again meanwhile. And
// other versions of it, made from this one.
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

/** A version of the app: what the server answers at each path. */
export class App {
  constructor(files) {
    this.files = files;
  }

  /** Takes in what was built; waits while it is being built again. */
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
      // It is being put there anew.
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

  /** Everything that the service worker keeps is there, and is what was promised. */
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

  /** The folder of this version, as it stands in the page's addresses. */
  get folder() {
    return /\/(app-[0-9a-f]+)\/boot\.js/.exec(this.text("/"))[1];
  }

  /** The path of a file in that folder. */
  path(name) {
    return `/${this.folder}/${name}`;
  }

  /** The same with other files in place of some. What the service worker knows of them stays. */
  with(files) {
    return new App(new Map([...this.files, ...Object.entries(files).map(bytes)]));
  }

  /** The same without these files. */
  without(...paths) {
    return new App(new Map([...this.files].filter(([path]) => !paths.includes(path))));
  }

  /** The same with a file whose contents are not those that were promised. */
  broken(path) {
    const contents = Buffer.from(this.files.get(path));
    contents[contents.length - 1] ^= 1;
    return this.with({ [path]: contents });
  }

  /** The same app as another version: in a folder of another name, with its own service worker. */
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
