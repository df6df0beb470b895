package me.digi.client.sandbox.internal.protocol;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Every rule that a request can break: its name, what it asks for, and how the official SDK for Node.js keeps it. */
public enum Rule {
    PATH("a path of the API, under the base URL", "appends the paths to its base URL, which ends in a slash", false),
    METHOD("the method of the operation", "has the method of each operation built in", false),
    AUTHORIZATION(
            "one header Authorization: Bearer <JWT>",
            "sends the header with every request but the one for the signing keys",
            false),
    JWT_FORM(
            "three parts in base64url without padding, the first two JSON objects in UTF-8",
            "makes JWTs with the library jsonwebtoken",
            false),
    JWT_HEADER("alg PS512 and typ JWT", "passes {alg: \"PS512\", noTimestamp: true} to jsonwebtoken", false),
    JWT_HEADER_NAMES("a JWT header with alg and typ and nothing else", "adds nothing to the header", true),
    CLIENT_ID(
            "client_id <applicationId>_<contractId>, both known here",
            "joins the application id and the contract id with an underscore",
            false),
    JWT_SIGNATURE(
            "a signature by the contract's private key: RSASSA-PSS with SHA-512, MGF1 with SHA-512, a salt of 64 bytes",
            "signs with jsonwebtoken's PS512, whose salt has the length of the hash",
            true),
    CLAIMS(
            "the claims of the operation, and in each JWT client_id, nonce and timestamp",
            "has the claims of each operation built in, the nonce made of 32 random letters and digits",
            false),
    CLAIM_NAMES(
            "no claim that the operation does not have, such as iat and exp",
            "switches off jsonwebtoken's iat with noTimestamp",
            true),
    TIMESTAMP(
            "a timestamp within a few minutes of the service's clock, in milliseconds",
            "takes Date.now() for each request",
            true),
    NONCE_ONCE("a nonce that was not seen before", "signs a new JWT for each request, retries included", true),
    QUERY("the query parameters of the operation, each once", "has the parameters of each operation built in", false),
    QUERY_NAMES("no query parameter that the operation does not have", "sends no other parameters", true),
    HEADERS("the headers of the operation", "has the headers of each operation built in", false),
    ACCEPT(
            "an Accept header that allows application/octet-stream",
            "sends Accept: application/octet-stream for files",
            true),
    CONTENT_TYPE(
            "the Content-Type of the body: application/json, or application/octet-stream for bytes",
            "lets the HTTP library set application/json, and sets application/octet-stream for uploads",
            true),
    BODY_ABSENT("no body", "sends none with this operation", true),
    BODY("one JSON object with the members of the operation", "has the members of each body built in", false),
    BODY_NAMES("no member that the body of this operation does not have", "sends no other members", true),
    ACCESS_TOKEN(
            "an access token that was issued for a user under this contract",
            "sends accessToken.value of the user access token that the application passes",
            false),
    ACCESS_TOKEN_LIVE(
            "the access token of the newest pair: a refresh or a new consent ends the old one",
            "returns the new pair to the application, which has to store it",
            true),
    ACCESS_TOKEN_EXPIRY(
            "an access token that has not expired",
            "refreshes after InvalidToken, repeats the request once, and returns the new pair",
            true),
    REFRESH_TOKEN(
            "a refresh token that was issued for a user under this contract",
            "sends refreshToken.value of the user access token that the application passes",
            false),
    REFRESH_TOKEN_LIVE(
            "the refresh token of the newest pair: each is used once",
            "returns the new pair to the application, which has to store it before anything else",
            true),
    REFRESH_TOKEN_EXPIRY("a refresh token that has not expired", "sends the user to reauthorize", true),
    TOKEN_TYPE("an access token here, and a refresh token for refreshing", "sends each where it belongs", false),
    REDIRECT_URI(
            "a redirect URI that is registered in the contract, character by character",
            "sends the callbackUrl that the application passes",
            true),
    CODE(
            "a code that was issued for this contract",
            "sends the parameter code of the callback, as the application passes it",
            false),
    CODE_ONCE("a code that was not exchanged before", "exchanges it once", true),
    CODE_EXPIRY("a code of the last minutes", "leaves that to the application", true),
    PKCE(
            "the code verifier whose SHA-256 was the code challenge",
            "returns the verifier from getAuthorizeUrl, and the application passes it to exchangeCodeForToken",
            true),
    SDK_NAME("an agent named nodejs, ios or android, or no agent", "calls itself nodejs", true),
    SDK_VERSION("an agent with a version like 1.2.3", "sends its own version", true),
    SCOPE("a scope that can be met: ranges that end after they start, known groups", "checks the shape only", true),
    CONTRACT_KIND(
            "a contract of the right kind: one that pushes cannot read, and the other way round",
            "leaves that to the application",
            true),
    SESSION("a session of this user and contract", "sends the key that the session was started with", false),
    SESSION_EXPIRY("a session that has not expired", "leaves that to the application", true),
    FILE("a file of the session that is ready", "takes names from the file list, and retries after 404", false),
    ACCOUNT("an account of the user", "sends the id that the application passes", false),
    SOURCE("a source that exists", "sends the id that the application passes", false),
    STORAGE("a storage of this user, or one that exists", "sends the id that the application passes", false),
    STORAGE_FOLDER("the folder of the application itself", "builds the path from its application id", false),
    STORAGE_PATH("a path of names without spaces and dots", "encodes the path that the application passes", false),
    STORAGE_FILE("a file or folder that exists", "reports the error", false),
    ENCRYPTED_UPLOAD(
            "an encrypted file: 288 bytes or more, in blocks of 16", "encrypts the stream while it uploads it", true),
    REPORT_TYPE("the service type medmij", "takes medmij only", false),
    PROVIDER_STANDARD("the standard fhir in version stu3 or 3.0.2", "takes these only", false),
    FILE_DESCRIPTOR(
            "a JWT in the header FileDescriptor, signed by the contract, with the claim metadata",
            "signs the descriptor as it signs requests",
            false),
    CLOUD_CLIENT("sub the application id and iss the contract id", "takes both from its configuration", false),
    CLOUD_KID("the kid <contractId>_<applicationId>_0", "builds it the same way", true),
    CLOUD_TIMES("iat now, and exp 60 seconds later", "makes the JWT anew for each request", true),
    CLOUD_EXPIRY("a JWT that has not expired", "makes the JWT anew for each request", true),
    PAGE("a page that exists, opened with GET", "builds the addresses of the pages", false),
    PAGE_ADDRESS("the parameters of the page, each encoded once", "builds the addresses of the pages", false),
    PAGE_CODE("the code of a consent that was begun for this page", "takes it from the signed response", false),
    PAGE_ONCE("a consent that is undecided and has not expired", "starts a new one each time", false);

    private final String expected;
    private final String officialSdk;
    private final boolean loosenable;

    Rule(String expected, String officialSdk, boolean loosenable) {
        this.expected = expected;
        this.officialSdk = officialSdk;
        this.loosenable = loosenable;
    }

    /** The name for people: {@code nonce-once}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String expected() {
        return expected;
    }

    public String officialSdk() {
        return officialSdk;
    }

    /** Whether a request that breaks it can be carried out all the same. */
    public boolean isLoosenable() {
        return loosenable;
    }

    /**
     * The rule of that name, to be loosened.
     *
     * @throws IllegalArgumentException if there is none, or it cannot be loosened; the message names those that can
     */
    public static Rule toLoosen(String id) {
        return Arrays.stream(values())
                .filter(rule -> rule.loosenable && rule.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no rule that can be loosened: " + id + "; these can: "
                        + Arrays.stream(values())
                                .filter(Rule::isLoosenable)
                                .map(Rule::id)
                                .collect(Collectors.joining(", "))));
    }
}
