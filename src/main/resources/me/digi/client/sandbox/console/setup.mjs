import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

const { init } = createRequire(import.meta.url)("./digime-sdk-nodejs");
const sdk = init({
    applicationId: "{{applicationId}}",
    baseUrl: "{{baseUrl}}",
    onboardUrl: "{{onboardUrl}}",
    cloudBaseUrl: "{{cloudUrl}}",
});
const contractDetails = {
    contractId: "{{contractId}}",
    privateKey: await readFile("{{contractId}}.pem", "utf8"),
};
const consent = await sdk.getAuthorizeUrl({
    contractDetails,
    callback: "http://localhost:8765/callback",
    state: "some state",
});
console.log(`Open this page, and press Allow: ${consent.url}`);
