package me.digi.client.internal.read;

import java.util.Objects;
import java.util.function.Supplier;
import me.digi.client.Agent;
import me.digi.client.internal.crypto.FileKey;
import me.digi.client.internal.http.CallSpec;
import me.digi.client.internal.http.Caller;
import me.digi.client.internal.wire.PermissionAccessApi;
import me.digi.client.internal.wire.TriggerRequest;
import me.digi.client.read.ReadOptions;
import me.digi.client.read.Session;
import me.digi.client.read.SessionFiles;
import me.digi.client.read.SessionOptions;
import org.jspecify.annotations.Nullable;

/** Starts a user's sessions and reads their files. Safe for use by many threads. */
public final class UserSessions {
    private final Caller calls;
    private final PermissionAccessApi api;
    private final Supplier<FileKey> key;
    private final Waiting waiting;
    private final @Nullable Agent agent;

    public UserSessions(Caller calls, Supplier<FileKey> key, Waiting waiting, @Nullable Agent agent) {
        this.calls = calls;
        this.api = calls.api(PermissionAccessApi.class);
        this.key = key;
        this.waiting = waiting;
        this.agent = agent;
    }

    public Session startSession(SessionOptions options) {
        TriggerRequest request = SessionOptionsMapping.toWire(Objects.requireNonNull(options, "options"), agent);
        return calls.execute(
                CallSpec.of(PermissionAccessApi.START_SESSION),
                context -> api.startSession(context, request),
                (status, response) ->
                        SessionMapping.fromWire(PermissionAccessApi.START_SESSION.id(), status, response.session()));
    }

    public SessionFiles files(Session session, ReadOptions options) {
        Objects.requireNonNull(session, "session");
        Objects.requireNonNull(options, "options");
        SessionCalls sessionCalls =
                new SessionCalls(calls, api, session, new NotFoundRetry(options, waiting.lifetime()));
        return new ReadableFiles(
                sessionCalls, new FileOpener(sessionCalls, key.get(), options, calls.backoff()), waiting);
    }
}
