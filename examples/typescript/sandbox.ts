/** The control API of a sandbox, as described in api-spec/sandbox-control.yaml. */
import { readFileSync } from "node:fs";

export class Sandbox {
  private readonly base: URL;
  private readonly token: string;

  /**
   * @param url of the sandbox; by default DIGIME_SANDBOX_URL, or the default port on this machine
   * @param token that it printed; by default DIGIME_SANDBOX_TOKEN, or the one in its directory
   */
  constructor(
    url = process.env.DIGIME_SANDBOX_URL ?? "http://127.0.0.1:8787",
    token = process.env.DIGIME_SANDBOX_TOKEN ?? readFileSync("digime-sandbox/control-token", "ascii").trim(),
  ) {
    this.base = new URL("/control/v1/", url);
    this.token = token;
  }

  /**
   * Sends a request, and returns the JSON or text of the response; null if it is empty.
   *
   * @param path under /control/v1/
   * @param body sent as JSON
   */
  async call(method: string, path: string, body?: unknown): Promise<any> {
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

  /** Consents on the page of that URL, and returns the callback. */
  async allow(url: string): Promise<URL> {
    const { callbackUrl } = await this.call("POST", "consents/decide", { url, decision: "allow" });
    return new URL(callbackUrl);
  }

  /** @param duration such as P2D */
  async advance(duration: string): Promise<void> {
    await this.call("POST", "clock/advance", { duration });
  }

  async now(): Promise<Date> {
    return new Date((await this.call("GET", "clock")).now);
  }

  /**
   * @param operation such as listAccounts
   * @param fault such as {delivery: "drop-after"}
   */
  async failNext(operation: string, fault: object): Promise<void> {
    await this.call("POST", "faults", { operation, fault });
  }

  async count(operation: string): Promise<number> {
    return (await this.call("GET", "requests/counts")).counts[operation];
  }
}
