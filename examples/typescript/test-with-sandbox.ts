/**
 * Tests a client without digi.me, as TestWithSandbox.java does: the sandbox consents for the user, moves the clock, fails when it is
 * told to, and counts the requests.
 *
 *     java -jar digime-client-VERSION-sandbox-standalone.jar
 *     node examples/typescript/test-with-sandbox.ts
 *
 * Node.js 24 runs TypeScript as it is. With Node.js 20 or 22: npm --prefix examples/typescript install, and then npm --prefix
 * examples/typescript test.
 */
import assert from "node:assert/strict";
import { Client } from "./client.ts";
import { Sandbox } from "./sandbox.ts";

const sandbox = new Sandbox();
const { baseUrl, onboardUrl, applicationId } = await sandbox.call("GET", "");
const contractId = "sandbox-contract";
const privateKey = await sandbox.call("GET", `contracts/${contractId}/key`);
await sandbox.call("DELETE", "requests");

const client = new Client({ baseUrl, applicationId, contractId, privateKey, now: () => sandbox.now() });
const { code, verifier } = await client.authorize("https://app.example/callback");
const callback = await sandbox.allow(`${onboardUrl}authorize?code=${code}`);
await client.exchange(String(callback.searchParams.get("code")), verifier);

await sandbox.advance("P2D");
await client.listAccounts(); // the access token has expired
await sandbox.failNext("listAccounts", { delivery: "drop-after" });
const accounts = await client.listAccounts(); // the connection breaks once

assert.equal(accounts.length, 3);
assert.equal(await sandbox.count("refreshToken"), 1);
assert.equal(await sandbox.count("listAccounts"), 4);
console.log("3 accounts, 1 refresh, 4 requests for the accounts: refused, repeated, lost, repeated");
