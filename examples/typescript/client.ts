/** Just enough of a client of digi.me to test with: it signs requests, refreshes an expired token, and retries once. */
import { constants, createHash, randomBytes, sign } from "node:crypto";

const LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

export interface Settings {
  baseUrl: string;
  applicationId: string;
  contractId: string;
  privateKey: string;
  now: () => Promise<Date>;
}

export class Client {
  private readonly settings: Settings;
  private tokens: any = null;

  constructor(settings: Settings) {
    this.settings = settings;
  }

  /** Returns the code for the consent page, and the verifier. */
  async authorize(redirectUri: string): Promise<{ code: string; verifier: string }> {
    const verifier = Buffer.from(randomText()).toString("base64url");
    const { token } = await this.#send("POST", "oauth/authorize", {}, {
      redirect_uri: redirectUri,
      state: randomText(),
      response_type: "code",
      response_mode: "query",
      code_challenge: createHash("sha256").update(verifier).digest("base64url"),
      code_challenge_method: "S256",
    });
    return { code: payload(token).preauthorization_code, verifier };
  }

  async exchange(code: string, verifier: string): Promise<void> {
    await this.#requestToken({ grant_type: "authorization_code", code, code_verifier: verifier });
  }

  async listAccounts(): Promise<object[]> {
    const list = () =>
      this.#send("GET", "permission-access/accounts", undefined, { access_token: this.tokens.access_token.value });
    try {
      return await list();
    } catch (error) {
      if (error instanceof ApiError && error.code === "InvalidToken") {
        await this.#requestToken({ grant_type: "refresh_token", refresh_token: this.tokens.refresh_token.value });
      } else if (error instanceof ApiError) {
        throw error;
      }
      // Otherwise no response came: this request may be repeated.
      return await this.#retried(list);
    }
  }

  async #retried<T>(call: () => Promise<T>): Promise<T> {
    try {
      return await call();
    } catch (error) {
      if (error instanceof ApiError) {
        throw error;
      }
      return await call();
    }
  }

  async #requestToken(claims: object): Promise<void> {
    this.tokens = payload((await this.#send("POST", "oauth/token", undefined, claims)).token);
  }

  async #send(method: string, path: string, body: object | undefined, claims: object): Promise<any> {
    const response = await fetch(new URL(path, this.settings.baseUrl), {
      method,
      headers: {
        Authorization: `Bearer ${await this.#jwt(claims)}`,
        ...(body === undefined ? {} : { "Content-Type": "application/json" }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const json = await response.json();
    if (!response.ok) {
      throw new ApiError(response.status, json.error.code, json.error.message);
    }
    return json;
  }

  async #jwt(claims: object): Promise<string> {
    const { applicationId, contractId, privateKey, now } = this.settings;
    const signed = [
      { alg: "PS512", typ: "JWT" },
      { client_id: `${applicationId}_${contractId}`, nonce: randomText(), timestamp: (await now()).getTime(), ...claims },
    ].map((part) => Buffer.from(JSON.stringify(part)).toString("base64url")).join(".");
    const key = { key: privateKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 64 };
    return `${signed}.${sign("sha512", Buffer.from(signed), key).toString("base64url")}`;
  }
}

export class ApiError extends Error {
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(`HTTP ${status} ${code}: ${message}`);
    this.code = code;
  }
}

/** Unverified: a real client checks the signature. */
function payload(jwt: string): any {
  return JSON.parse(Buffer.from(jwt.split(".")[1] ?? "", "base64url").toString());
}

function randomText(): string {
  return Array.from(randomBytes(32), (byte) => LETTERS[byte % LETTERS.length]).join("");
}
