// Signs in at the sandbox and reads the user's accounts with a generated client for TypeScript, compiled into the directory
// that is the argument. WithSandbox.java sets the environment.
import assert from "node:assert/strict";
import crypto from "node:crypto";
import { createRequire } from "node:module";
import { resolve } from "node:path";

const env = process.env;
const { Configuration, OAuthApi, PermissionAccessApi } = createRequire(import.meta.url)(resolve(process.argv[2]));

const base64Url = (content) => Buffer.from(content).toString("base64url");
const jwt = (claims) => {
    const common = {
        client_id: `${env.APPLICATION_ID}_${env.READ_CONTRACT}`,
        nonce: crypto.randomBytes(16).toString("hex"),
        timestamp: Date.now(),
    };
    const header = base64Url(JSON.stringify({ alg: "PS512", typ: "JWT" }));
    const content = `${header}.${base64Url(JSON.stringify({ ...common, ...claims }))}`;
    const key = { key: env.READ_KEY, padding: crypto.constants.RSA_PKCS1_PSS_PADDING, saltLength: 64 };
    return `${content}.${crypto.sign("sha512", content, key).toString("base64url")}`;
};
const configuration = (claims) =>
    new Configuration({ basePath: env.BASE_URL.replace(/\/$/, ""), accessToken: jwt(claims) });
const payload = ({ token }) => JSON.parse(Buffer.from(token.split(".")[1], "base64url"));

const codeVerifier = base64Url(crypto.randomBytes(32));
const authorize = new OAuthApi(
    configuration({
        response_type: "code",
        response_mode: "query",
        redirect_uri: env.REDIRECT_URI,
        state: "some state",
        code_challenge: crypto.createHash("sha256").update(codeVerifier).digest("base64url"),
        code_challenge_method: "S256",
    })
);
const { preauthorization_code } = payload(await authorize.authorize({ actionsRequest: {} }));
const page = `${env.ONBOARD_URL}authorize/allow?sourceType=pull&code=${preauthorization_code}`;
const callback = new URL((await fetch(page, { redirect: "manual" })).headers.get("location"));
const exchange = new OAuthApi(
    configuration({
        grant_type: "authorization_code",
        code: callback.searchParams.get("code"),
        code_verifier: codeVerifier,
    })
);
const { access_token } = payload(await exchange.requestToken());
const accounts = await new PermissionAccessApi(configuration({ access_token: access_token.value })).listAccounts();
assert.equal(accounts.length, 3);
assert.ok(accounts[0].id);
console.log("TypeScript signs in\tok");
