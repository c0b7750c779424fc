// The product under test: the real sync server, serving the real app.
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { afterwards } from "./after.js";
import { Front } from "./front.js";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const SERVER = join(ROOT, "target/debug/voorveld-sync-server");

/** Creates a folder for a test, deleted after it. */
export async function temporaryFolder(test) {
  const folder = await mkdtemp(join(tmpdir(), "voorveld-browser-"));
  afterwards(test, () => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

/** Starts a sync server on a free port of this machine; it ends with the test. */
export async function startServer(test, folder, options = []) {
  const server = new Server(join(folder, "server"), options);
  await server.start();
  afterwards(test, () => server.kill());
  return server;
}

/** Starts app and sync at one address: the server itself, or a front if the server has no app. */
export async function startProduct(test, folder) {
  const server = await startServer(test, folder);
  const page = await fetch(server.address);
  if (page.ok) return { address: server.address, server };
  const front = await Front.start(test, server.address);
  return { address: front.address, server };
}

/** Starts the app behind a front that can be made to misbehave. */
export async function startFront(test, folder) {
  const server = await startServer(test, folder);
  return { front: await Front.start(test, server.address), server };
}

export class Server {
  constructor(data, options) {
    this.data = data;
    this.options = options;
    this.listen = "127.0.0.1:0";
  }

  /** Starts the server; a restart uses the same address. */
  async start() {
    const process = spawn(SERVER, ["--listen", this.listen, "--data", this.data, ...this.options], {
      stdio: ["ignore", "pipe", "inherit"],
      env: { ...globalThis.process.env, RUST_LOG: "error" },
    });
    this.process = process;
    this.ended = new Promise((resolve) => process.once("exit", resolve));
    for await (const line of createInterface({ input: process.stdout })) {
      const said = /^listening on (\S+)$/.exec(line);
      if (!said) continue;
      this.address = said[1];
      this.listen = new URL(this.address).host;
      return;
    }
    throw new Error("the server ended before it listened");
  }

  /** Kills the server without warning, like a power cut. */
  async kill() {
    this.process.kill("SIGKILL");
    await this.ended;
  }
}
