// The product under test: the real sync server, which serves the real app.
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const SERVER = join(ROOT, "target/debug/voorveld-sync-server");

/** A folder of its own for a test, gone after it. */
export async function temporaryFolder(test) {
  const folder = await mkdtemp(join(tmpdir(), "voorveld-browser-"));
  test.after(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

/** Starts a sync server on a free port of this machine; it ends with the test. */
export async function startServer(test, folder, options = []) {
  const data = join(folder, "server");
  const server = spawn(SERVER, ["--listen", "127.0.0.1:0", "--data", data, ...options], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, RUST_LOG: "warn" },
  });
  test.after(() => server.kill("SIGKILL"));
  for await (const line of createInterface({ input: server.stdout })) {
    const said = /^listening on (\S+)$/.exec(line);
    if (said) return { address: said[1], process: server };
  }
  throw new Error("the server ended before it listened");
}
