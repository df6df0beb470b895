// Calls each operation of the official SDK, whose directory is the argument, as an application does, in an order in
// which each can succeed. WithSandbox.java sets the environment, reads what is printed, and replies with a line.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";

const env = process.env;
const { init } = createRequire(import.meta.url)(resolve(process.argv[2]));
const sdk = init({
    applicationId: env.APPLICATION_ID,
    baseUrl: env.BASE_URL,
    onboardUrl: env.ONBOARD_URL,
    cloudBaseUrl: env.CLOUD_URL,
});
const callback = env.REDIRECT_URI;
const contract = (kind) => ({ contractId: env[`${kind}_CONTRACT`], privateKey: env[`${kind}_KEY`] });
const contractDetails = contract("READ");
const pushContract = contract("PUSH");
const replies = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const notCalled = new Set(Object.keys(sdk));

/** Runs and reports an operation, and gives its result to `then`, whose requests count as the operation's. */
const run = async (operation, props, then = (result) => result) => {
    notCalled.delete(operation);
    try {
        const result = await then(await sdk[operation](props));
        console.log(`${operation}\tok`);
        await replies.next();
        return result;
    } catch (error) {
        console.log(`${operation}\tFAILED ${String(error).replaceAll(/\s+/g, " ")}`);
        throw error;
    }
};

/** What a user does who allows it; returns the parameters of the callback. */
const allow = async (url) => {
    const page = new URL(url);
    page.pathname += "/allow";
    const response = await fetch(page, { redirect: "manual" });
    const parameters = Object.fromEntries(new URL(response.headers.get("location")).searchParams);
    assert.equal(parameters.success, "true", JSON.stringify(parameters));
    return parameters;
};
const allowed = async (result) => ({ ...result, ...(await allow(result.url)) });

await run("getContractDetails", { contractDetails });
await run("querySources", { contractDetails });
const sourceId = 420;
await run("queryCountries", { contractDetails });
await run("queryPlatforms", { contractDetails });
await run("queryCategories", { contractDetails });
const dataSets = await run("getServiceSampleDataSets", { contractDetails, sourceId });

const { storage } = await run("createProvisionalStorage", { contractDetails });
const storageId = storage.id;
const fileData = Buffer.from("hello");
await run("uploadFileToStorage", { contractDetails, storageId, fileData, fileName: "a.txt", path: "folder" });
await run("listStorageFiles", { contractDetails, storageId, recursive: true }, (list) => assert.equal(list.total, 1));
await run("downloadStorageFile", { contractDetails, storageId, path: "/folder/a.txt" }, async ({ body }) =>
    assert.equal(await text(body), "hello")
);
await run("deleteStorageFiles", { contractDetails, storageId, path: "/folder/" });

const consent = await run(
    "getAuthorizeUrl",
    {
        contractDetails,
        callback,
        state: "",
        serviceId: sourceId,
        storageId,
        sampleData: { dataSet: Object.keys(dataSets)[0], autoOnboard: false },
        locale: "en",
        sessionOptions: { pull: { limits: { duration: { sourceFetch: 10 } } } },
        sourcesScope: { dataType: ["documents"] },
    },
    allowed
);
let userAccessToken = await run("exchangeCodeForToken", {
    contractDetails,
    authorizationCode: consent.code,
    codeVerifier: consent.codeVerifier,
});
await run("getUserStorage", { contractDetails, userAccessToken });
const { session } = await run("readSession", { contractDetails, userAccessToken });
const reading = { ...contractDetails, sessionKey: session.key, userAccessToken };
const { fileList } = await run("readFileList", reading);
const fileName = fileList[0].name;
await run("readFile", { ...reading, fileName }, ({ fileData }) => JSON.parse(fileData.toString()));
await run("readFileMetadata", { ...reading, contractDetails, fileName });
const files = { data: 0, errors: 0 };
const onFileData = () => files.data++;
const onFileError = () => files.errors++;
await run("readAllFiles", { ...reading, onFileData, onFileError }, async ({ filePromise }) => {
    assert.equal((await filePromise).state, "completed");
    assert.deepEqual(files, { data: fileList.length, errors: 0 });
});
const accounts = await run("readAccounts", { contractDetails, userAccessToken });
const accountId = accounts.accounts[0].id;

const push = await allowed(
    await sdk.getAuthorizeUrl({ contractDetails: pushContract, callback, state: "s", sourceType: "push", userAccessToken })
);
const pusher = await sdk.exchangeCodeForToken({
    contractDetails: pushContract,
    authorizationCode: push.code,
    codeVerifier: push.codeVerifier,
});
const fileDescriptor = { mimeType: "text/plain", accounts: [], reference: ["r"], tags: ["t"] };
await run(
    "pushData",
    {
        type: "library",
        contractDetails: pushContract,
        userAccessToken: pusher,
        data: { fileData, fileName: "a.txt", fileDescriptor },
    },
    () =>
        sdk.pushData({
            type: "provider",
            contractDetails: pushContract,
            userAccessToken: pusher,
            data: { resourceType: "Observation" },
            standard: "fhir",
            version: "stu3",
            accountId,
        })
);

await run("getOnboardServiceUrl", { contractDetails, callback, userAccessToken, serviceId: sourceId, state: "s" }, allowed);
await run("getReauthorizeAccountUrl", { contractDetails, callback, userAccessToken, accountId, locale: "nl" }, allowed);
await run("getRevokeAccountPermissionUrl", { contractDetails, userAccessToken, accountId, redirectUri: callback });
userAccessToken = await run("refreshToken", { contractDetails, userAccessToken });
await run("getReauthorizeUrl", { contractDetails, callback, userAccessToken, state: "s" }, allowed);
await run("getPortabilityReport", { contractDetails, userAccessToken, serviceType: "medmij", format: "xml" });
await run("deleteAccount", { contractDetails, userAccessToken, accountId });
await run("deleteUser", { contractDetails, userAccessToken });

assert.deepEqual([...notCalled], []);
process.stdin.destroy();
