// A proxy in front of the product that can misbehave as networks and servers do. It serves a version of
// the app like the product, and forwards the sync.
import { createServer, request as ask } from "node:http";
import { afterwards } from "./after.js";
import { App } from "./app.js";
import { pause } from "./wait.js";

const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");
const SYNC = "/v1/";
const PIECES = 8;

export class Front {
  /** Starts a front for this server (an address), with the app as built; it ends with the test. */
  static async start(test, server) {
    const front = new Front(server, await App.load());
    await front.up();
    afterwards(test, () => front.down());
    return front;
  }

  constructor(server, app) {
    this.behind = server;
    this.app = app;
    this.port = 0;
    /** All requests, in order. */
    this.asked = [];
    this.waiting = new Set();
    this.passes();
  }

  get address() {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Answers normally from now on. */
  passes() {
    this.answer = (request, response) => this.give(request, response);
    for (const response of this.waiting) response.destroy();
    this.waiting.clear();
  }

  /** Sends responses in pieces from now on, with this delay before each. */
  drips(milliseconds) {
    this.answer = (request, response) => this.give(request, response, milliseconds);
  }

  /** Leaves requests unanswered from now on, with their connections open. */
  hangs() {
    this.answer = (request, response) => {
      request.resume();
      this.waiting.add(response);
    };
  }

  /** Refuses everything from now on. */
  refuses(status = 503) {
    this.answer = (request, response) => {
      request.resume();
      response.writeHead(status, { "Content-Type": "text/plain" }).end("not now");
    };
  }

  /** Takes the network down: cuts all connections and accepts no new ones. */
  async down() {
    const server = this.server;
    if (!server) return;
    this.server = null;
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  }

  /** Brings the network up (again), at the same address. */
  async up() {
    if (this.server) return;
    this.server = createServer((request, response) => {
      this.asked.push(`${request.method} ${request.url}`);
      this.answer(request, response);
    });
    await new Promise((resolve, reject) => {
      this.server.once("error", reject);
      this.server.listen(this.port, "127.0.0.1", resolve);
    });
    this.port = this.server.address().port;
  }

  give(request, response, drip = 0) {
    const { pathname } = new URL(request.url, this.address);
    if (pathname.startsWith(SYNC)) return this.pass(request, response, drip);
    const file = request.method === "GET" && this.app.get(pathname);
    if (!file) return response.writeHead(404, headers("text/plain")).end();
    response.writeHead(200, { ...headers(file.type), "Content-Length": file.bytes.length });
    return pour(response, file.bytes, drip);
  }

  pass(request, response, drip) {
    const { method, url, headers } = request;
    const onward = ask(this.behind + url, { method, headers }, (answer) => {
      const pieces = [];
      answer.on("data", (piece) => pieces.push(piece));
      answer.on("end", () => {
        response.writeHead(answer.statusCode, answer.headers);
        pour(response, Buffer.concat(pieces), drip);
      });
    });
    // Like a proxy whose upstream is gone.
    onward.on("error", () => response.destroy());
    request.pipe(onward);
  }
}

function headers(type) {
  return {
    "Content-Type": type,
    "Cache-Control": "no-cache",
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
  };
}

async function pour(response, bytes, drip) {
  if (drip > 0) {
    const size = Math.ceil(bytes.length / PIECES) || 1;
    for (let at = 0; at < bytes.length; at += size) {
      await pause(drip);
      if (response.destroyed) return;
      response.write(bytes.subarray(at, at + size));
    }
  }
  response.end(drip > 0 ? undefined : bytes);
}
