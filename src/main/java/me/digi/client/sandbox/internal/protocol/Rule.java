package me.digi.client.sandbox.internal.protocol;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The rules for requests: what each requires, and how the official SDK for Node.js follows it. */
public enum Rule {
    PATH("a path of the API, under the base URL", "appends the paths to its base URL, which ends with a slash", false),
    METHOD("the method of the operation", "uses the fixed method of each operation", false),
    AUTHORIZATION(
            "one header Authorization: Bearer <JWT>",
            "sends the header with every request except the one for the signing keys",
            false),
    JWT_FORM(
            "three parts in base64url without padding, the first two JSON objects in UTF-8",
            "creates JWTs with the library jsonwebtoken",
            false),
    JWT_HEADER("alg PS512 and typ JWT", "passes {alg: \"PS512\", noTimestamp: true} to jsonwebtoken", false),
    JWT_HEADER_NAMES("a JWT header with only alg and typ", "adds nothing to the header", true),
    CLIENT_ID(
            "client_id <applicationId>_<contractId>, both known",
            "joins the application id and the contract id with an underscore",
            false),
    JWT_SIGNATURE(
            "a signature by the contract's private key: RSASSA-PSS with SHA-512, MGF1 with SHA-512, a salt of 64 bytes",
            "signs with jsonwebtoken's PS512, with a salt as long as the hash",
            true),
    CLAIMS(
            "the claims of the operation, and in each JWT client_id, nonce and timestamp",
            "uses the fixed claims of each operation, with a nonce of 32 random letters and digits",
            false),
    CLAIM_NAMES("no other claims, such as iat and exp", "switches off jsonwebtoken's iat with noTimestamp", true),
    TIMESTAMP(
            "a timestamp within a few minutes of the service's clock, in milliseconds",
            "takes Date.now() for each request",
            true),
    NONCE_ONCE("a nonce that was not used before", "signs a new JWT for each request, including retries", true),
    QUERY("the query parameters of the operation, each once", "uses the fixed parameters of each operation", false),
    QUERY_NAMES("no other query parameters", "sends no other parameters", true),
    HEADERS("the headers of the operation", "uses the fixed headers of each operation", false),
    ACCEPT(
            "an Accept header that allows application/octet-stream",
            "sends Accept: application/octet-stream for files",
            true),
    CONTENT_TYPE(
            "the Content-Type of the body: application/json, or application/octet-stream for bytes",
            "lets the HTTP library set application/json, and sets application/octet-stream for uploads",
            true),
    BODY_ABSENT("no body", "sends none", true),
    BODY("one JSON object with the members of the operation", "uses the fixed members of each body", false),
    BODY_NAMES("no other members", "sends no other members", true),
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
            "refreshes after InvalidToken, retries the request once, and returns the new pair",
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
    TOKEN_TYPE("an access token, except for a refresh: a refresh token", "sends each where it is required", false),
    REDIRECT_URI(
            "a redirect URI that is registered in the contract, character by character",
            "sends the callbackUrl that the application passes",
            true),
    CODE(
            "a code that was issued for this contract",
            "sends the parameter code of the callback, as the application passes it",
            false),
    CODE_ONCE("a code that was not exchanged before", "exchanges it once", true),
    CODE_EXPIRY("a code that has not expired", "leaves that to the application", true),
    PKCE(
            "the code verifier whose SHA-256 was the code challenge",
            "returns the verifier from getAuthorizeUrl, and the application passes it to exchangeCodeForToken",
            true),
    SDK_NAME("an agent named nodejs, ios or android, or no agent", "sends nodejs", true),
    SDK_VERSION("an agent with a version like 1.2.3", "sends its own version", true),
    SCOPE("a valid scope: ranges that end after they start, known groups", "checks only the shape", true),
    CONTRACT_KIND(
            "a contract of the right kind: a push contract cannot read, and a read contract cannot push",
            "leaves that to the application",
            true),
    SESSION("a session of this user and contract", "sends the key that the session was started with", false),
    SESSION_EXPIRY("a session that has not expired", "leaves that to the application", true),
    FILE("a file of the session that is ready", "takes names from the file list, and retries after 404", false),
    ACCOUNT("an account of the user", "sends the id that the application passes", false),
    SOURCE("an existing source", "sends the id that the application passes", false),
    STORAGE("a storage of this user, or an existing one", "sends the id that the application passes", false),
    STORAGE_FOLDER("the application's own folder", "builds the path from its application id", false),
    STORAGE_PATH(
            "a path of names without spaces, none of them . or ..",
            "encodes the path that the application passes",
            false),
    STORAGE_FILE("an existing file or folder", "reports the error", false),
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
    CLOUD_TIMES("iat now, and exp 60 seconds later", "creates a new JWT for each request", true),
    CLOUD_EXPIRY("a JWT that has not expired", "creates a new JWT for each request", true),
    PAGE("an existing page, opened with GET", "builds the URLs of the pages", false),
    PAGE_ADDRESS("the parameters of the page, each URI-encoded once", "builds the URLs of the pages", false),
    PAGE_CODE("the code of a consent that was started for this page", "takes it from the signed response", false),
    PAGE_ONCE("a consent that is still open and has not expired", "starts a new consent each time", false);

    private final String expected;
    private final String officialSdk;
    private final boolean loosenable;

    Rule(String expected, String officialSdk, boolean loosenable) {
        this.expected = expected;
        this.officialSdk = officialSdk;
        this.loosenable = loosenable;
    }

    /** The name in messages and URLs, such as {@code nonce-once}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String expected() {
        return expected;
    }

    public String officialSdk() {
        return officialSdk;
    }

    /** Whether a request that breaks it can still be carried out. */
    public boolean isLoosenable() {
        return loosenable;
    }

    /**
     * Returns the rule of that name, to loosen it.
     *
     * @throws IllegalArgumentException if there is none or it cannot be loosened; the message lists those that can
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
