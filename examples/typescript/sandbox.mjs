// @ts-check
/**
 * The control API of a sandbox, as described in api-spec/sandbox-control.yaml. Plain Node.js 20, no dependencies; TypeScript reads
 * the types in the comments.
 */
import { readFileSync } from "node:fs";

export class Sandbox {
  /**
   * @param {string} [url] of the sandbox; by default DIGIME_SANDBOX_URL, or the default port on this machine
   * @param {string} [token] that it printed; by default DIGIME_SANDBOX_TOKEN, or the one in its directory
   */
  constructor(
    url = process.env.DIGIME_SANDBOX_URL ?? "http://127.0.0.1:8787",
    token = process.env.DIGIME_SANDBOX_TOKEN ?? readFileSync("digime-sandbox/control-token", "ascii").trim(),
  ) {
    this.base = new URL("/control/v1/", url);
    this.token = token;
  }

  /**
   * @param {string} method
   * @param {string} path under /control/v1/
   * @param {unknown} [body] sent as JSON
   * @returns {Promise<any>} the JSON or text of the response; null if it is empty
   */
  async call(method, path, body) {
    const response = await fetch(new URL(path, this.base), {
      method,
      headers: {
        Authorization: `Bearer ${this.token}`,
        ...(body === undefined ? {} : { "Content-Type": "application/json" }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) {
      throw new Error(`${method} ${path} failed: HTTP ${response.status} ${text}`);
    }
    const json = response.headers.get("content-type")?.startsWith("application/json");
    return text === "" ? null : json ? JSON.parse(text) : text;
  }

  /** @param {string} url of a page @returns {Promise<URL>} the callback after the user has consented */
  async allow(url) {
    const { callbackUrl } = await this.call("POST", "consents/decide", { url, decision: "allow" });
    return new URL(callbackUrl);
  }

  /** @param {string} duration such as P2D */
  async advance(duration) {
    await this.call("POST", "clock/advance", { duration });
  }

  /** @returns {Promise<Date>} */
  async now() {
    return new Date((await this.call("GET", "clock")).now);
  }

  /** @param {string} operation such as listAccounts @param {object} fault such as {delivery: "drop-after"} */
  async failNext(operation, fault) {
    await this.call("POST", "faults", { operation, fault });
  }

  /** @param {string} operation @returns {Promise<number>} */
  async count(operation) {
    return (await this.call("GET", "requests/counts")).counts[operation];
  }
}
