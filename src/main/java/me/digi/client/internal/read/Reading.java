package me.digi.client.internal.read;

import java.util.Objects;
import java.util.function.Supplier;
import me.digi.client.Agent;
import me.digi.client.internal.crypto.FileKey;
import me.digi.client.internal.http.CallTerms;
import me.digi.client.internal.http.Caller;
import me.digi.client.internal.wire.PermissionAccessApi;
import me.digi.client.internal.wire.TriggerRequest;
import me.digi.client.read.ReadOptions;
import me.digi.client.read.Session;
import me.digi.client.read.SessionFiles;
import me.digi.client.read.SessionOptions;
import org.jspecify.annotations.Nullable;

/** What reads a user's files under one contract. Safe for use by many threads. */
public final class Reading {
    private final Caller calls;
    private final PermissionAccessApi api;
    private final Supplier<FileKey> key;
    private final Waiting waiting;
    private final @Nullable Agent agent;

    /** Reads with these calls what was encrypted for this key. */
    public Reading(Caller calls, Supplier<FileKey> key, Waiting waiting, @Nullable Agent agent) {
        this.calls = calls;
        this.api = calls.api(PermissionAccessApi.class);
        this.key = key;
        this.waiting = waiting;
        this.agent = agent;
    }

    /** Starts a session. */
    public Session startSession(SessionOptions options) {
        TriggerRequest request = TriggerMapping.toWire(Objects.requireNonNull(options, "options"), agent);
        return calls.execute(
                CallTerms.of(PermissionAccessApi.START_SESSION),
                context -> api.startSession(context, request),
                (status, response) ->
                        SessionMapping.fromWire(PermissionAccessApi.START_SESSION.id(), status, response.session()));
    }

    /** The files of a session. */
    public SessionFiles files(Session session, ReadOptions options) {
        Objects.requireNonNull(session, "session");
        Objects.requireNonNull(options, "options");
        SessionCalls sessionCalls =
                new SessionCalls(calls, api, session, new NotFoundRetry(options, waiting.lifetime()));
        return new ReadableFiles(
                sessionCalls, new FileOpener(sessionCalls, key.get(), options, calls.backoff()), waiting);
    }
}
