package me.digi.client.sandbox.internal.operation;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import me.digi.client.sandbox.AccountProgress;
import me.digi.client.sandbox.ContractKind;
import me.digi.client.sandbox.Operation;
import me.digi.client.sandbox.SandboxFile;
import me.digi.client.sandbox.internal.file.EncryptedFile;
import me.digi.client.sandbox.internal.file.FileHeaders;
import me.digi.client.sandbox.internal.protocol.ApiErrors;
import me.digi.client.sandbox.internal.protocol.ApiOperation;
import me.digi.client.sandbox.internal.protocol.ApiResponse;
import me.digi.client.sandbox.internal.protocol.Call;
import me.digi.client.sandbox.internal.protocol.Rule;
import me.digi.client.sandbox.internal.state.ReadSession;
import me.digi.client.sandbox.internal.state.SessionPlan;
import me.digi.client.sandbox.internal.state.User;

/** Reads a user's files, in sessions. */
final class ReadOperations {
    /** The members of a mapped file's metadata that the list shows. */
    private static final List<String> SHOWN =
            List.of("schema", "serviceGroup", "serviceName", "objectVersion", "objectType", "objectCount");

    private ReadOperations() {}

    /**
     * Starts a session, for contracts that read. With {@code sourceFetch: false}, the whole library is listed at once;
     * otherwise the list grows by the library's script.
     */
    static ApiOperation startSession() {
        return new ApiOperation(Operation.START_SESSION, "POST", "permission-access/trigger")
                .claims(AccessTokens.CLAIMS)
                .body(SessionOptions.SHAPE.optional("agent", Bodies.AGENT))
                .handle(ReadOperations::handleStartSession);
    }

    /** Lists the files of a session and the progress of each account. Each request advances the script by one step. */
    static ApiOperation listFiles() {
        return new ApiOperation(Operation.LIST_FILES, "GET", "permission-access/query/{sessionKey}")
                .claims(AccessTokens.CLAIMS)
                .handle(ReadOperations::handleListFiles);
    }

    static ApiOperation downloadFile() {
        return file(Operation.DOWNLOAD_FILE, "GET").download();
    }

    static ApiOperation fetchFileMetadata() {
        return file(Operation.FETCH_FILE_METADATA, "HEAD");
    }

    /** A session in a response, with its expiry in milliseconds. */
    static Map<String, Object> session(String key, Instant expiresAt) {
        return Map.of("session", Map.of("key", key, "expiry", expiresAt.toEpochMilli()));
    }

    private static ApiOperation file(Operation operation, String method) {
        return new ApiOperation(operation, method, "permission-access/query/{sessionKey}/{fileName}")
                .claims(AccessTokens.CLAIMS)
                .handle(call -> {
                    ReadSession.Listed listed = findFile(call);
                    return ApiResponse.bytes(
                            FileHeaders.of(listed.file(), listed.updated()),
                            EncryptedFile.of(
                                    listed.file(), call.contract().keys().getPublic()));
                });
    }

    private static ApiResponse handleStartSession(Call call) {
        User user = AccessTokens.authorizedUser(call);
        if (call.contract().kind() == ContractKind.PUSH) {
            call.refuse(ApiErrors.wrongContract("a contract that pushes cannot read"));
        }
        Bodies.checkAgent(call);
        SessionOptions.checkScope(call, "body", call.body());
        String key = call.world().newSessionKey();
        Instant expiresAt = call.now().plus(call.world().lifetimes().session());
        SessionPlan plan = SessionScope.plan(call.body(), call.world().catalogue());
        call.world().sessions().put(key, new ReadSession(user, call.contract(), expiresAt, plan));
        return ApiResponse.accepted(session(key, expiresAt));
    }

    private static ApiResponse handleListFiles(Call call) {
        ReadSession session = findSession(call);
        session.advance(call.now());
        if (session.state().equals("pending")) {
            return ApiResponse.json(Map.of("status", Map.of("state", "pending")));
        }
        Map<String, Object> details = new LinkedHashMap<>();
        session.progress().forEach((account, progress) -> details.put(account, details(progress)));
        Map<String, Object> list = new LinkedHashMap<>();
        list.put("status", Map.of("state", session.state(), "details", details));
        list.put("fileList", session.files().stream().map(ReadOperations::entry).toList());
        return ApiResponse.json(list);
    }

    private static Map<String, Object> details(AccountProgress progress) {
        return progress.error() == null
                ? Map.of("state", progress.state())
                : Map.of("state", progress.state(), "error", progress.error().members());
    }

    private static Map<String, Object> entry(ReadSession.Listed listed) {
        SandboxFile file = listed.file();
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("name", file.name());
        entry.put("updatedDate", listed.updated());
        Map<String, Object> metadata = file.metadata();
        for (String member : file.isRaw() ? List.<String>of() : SHOWN) {
            if (metadata.containsKey(member)) {
                entry.put(member, metadata.get(member));
            }
        }
        return entry;
    }

    /** Returns the session, which must belong to the user and the contract, and must not have expired. */
    private static ReadSession findSession(Call call) {
        User user = AccessTokens.authorizedUser(call);
        ReadSession session = call.world().sessions().get(call.path("sessionKey"));
        if (session == null || !session.isOf(user, call.contract())) {
            throw ApiErrors.session(Rule.SESSION, "there is no such session of this user and contract");
        }
        if (session.isExpired(call.now())) {
            call.refuse(ApiErrors.session(Rule.SESSION_EXPIRY, "the session has expired"));
        }
        return session;
    }

    /** Returns the file, which must have been listed, and be ready. */
    private static ReadSession.Listed findFile(Call call) {
        ReadSession.Listed file = findSession(call).file(call.path("fileName"));
        if (file == null) {
            throw ApiErrors.notFound(Rule.FILE, "the session has no file of that name so far");
        }
        if (!file.isReady()) {
            throw ApiErrors.notFound(Rule.FILE, "the file is not ready yet");
        }
        return file;
    }
}
