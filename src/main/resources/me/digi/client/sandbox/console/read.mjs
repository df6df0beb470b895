import { once } from "node:events";
import { createServer } from "node:http";
{{setup}}
// The browser returns to this server.
const server = createServer().listen(8765, "localhost");
const [request, response] = await once(server, "request");
response.end("Done. Continue in the terminal.");
server.close();
const callback = new URL(request.url, "http://localhost:8765").searchParams;

const userAccessToken = await sdk.exchangeCodeForToken({
    contractDetails,
    authorizationCode: callback.get("code"),
    codeVerifier: consent.codeVerifier,
});
const { session } = await sdk.readSession({ contractDetails, userAccessToken });
const { filePromise } = sdk.readAllFiles({
    ...contractDetails,
    sessionKey: session.key,
    userAccessToken,
    onFileData: ({ fileName, fileData }) => console.log(fileName, fileData.toString().slice(0, 60)),
    onFileError: ({ fileName, error }) => console.error(fileName, error),
});
console.log("The sync ended:", (await filePromise).state);
process.exit();
