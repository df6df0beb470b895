// What the official SDK for Node.js does in SpeedBenchmark. Arguments: the directory of the built SDK, the directory of the
// settings, and the name of the token pair.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { createInterface } from "node:readline";

const [sdkDirectory, directory, pairName] = process.argv.slice(2);
const { init } = createRequire(import.meta.url)(resolve(sdkDirectory));
const settings = Object.fromEntries(
    readFileSync(`${directory}/settings.properties`, "utf8")
        .split("\n")
        .map((line) => [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)]),
);
const privateKey = readFileSync(`${directory}/key.pem`, "utf8");
const contractId = settings.contractId;
const contractDetails = { contractId, privateKey };
const sdk = (baseUrl) =>
    init({ applicationId: settings.applicationId, baseUrl: settings[baseUrl], onboardUrl: settings.onboard });
const api = sdk("api");
const files = sdk("files");
let userAccessToken = JSON.parse(settings[pairName]);
let pending = [];

async function inParallel(workers, units, work) {
    let left = units;
    const worker = async () => {
        while (left-- > 0) await work();
    };
    await Promise.all(Array.from({ length: workers }, worker));
}

async function readAll(sessionKey, units) {
    let read = 0;
    const { filePromise } = files.readAllFiles({
        sessionKey,
        privateKey,
        contractId,
        userAccessToken,
        onFileData: () => read++,
        onFileError: ({ error }) => console.error(error),
    });
    await filePromise;
    if (read !== units) throw new Error(`${read} of ${units} files`);
}

const steps = {
    accounts: (units) => inParallel(16, units, () => api.readAccounts({ contractDetails, userAccessToken })),
    async refreshes(units) {
        for (let i = 0; i < units; i++) userAccessToken = await api.refreshToken({ contractDetails, userAccessToken });
    },
    async authorizations(units) {
        pending = [];
        for (let i = 0; i < units; i++) {
            const callback = "https://app.example/callback";
            pending.push(await api.getAuthorizeUrl({ contractDetails, callback, state: "state" }));
        }
    },
    async visits() {
        for (const consent of pending) {
            const response = await fetch(consent.url.replace("authorize?", "authorize/allow?"), { redirect: "manual" });
            consent.code = new URL(response.headers.get("location")).searchParams.get("code");
        }
    },
    async exchanges() {
        for (const { code, codeVerifier } of pending)
            await api.exchangeCodeForToken({ contractDetails, authorizationCode: code, codeVerifier });
    },
    small: (units) => readAll("small", units),
    plain: (units) => readAll("plain", units),
    gzip: (units) => readAll("gzip", units),
    brotli: (units) => readAll("brotli", units),
    async large(units) {
        for (let i = 0; i < units; i++)
            await files.readFile({ sessionKey: "large", fileName: "0", privateKey, contractId, userAccessToken });
    },
};

console.log("done");
for await (const line of createInterface({ input: process.stdin })) {
    const [step, units] = line.split(" ");
    await steps[step](Number(units));
    console.log("done");
}
