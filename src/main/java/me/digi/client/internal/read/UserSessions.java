package me.digi.client.internal.read;

import java.time.Clock;
import java.util.Objects;
import java.util.function.Supplier;
import me.digi.client.Agent;
import me.digi.client.internal.crypto.FileKey;
import me.digi.client.internal.http.CallSpec;
import me.digi.client.internal.http.Caller;
import me.digi.client.internal.http.Lifetime;
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
    private final Clock clock;
    private final Lifetime lifetime;
    private final @Nullable Agent agent;

    public UserSessions(Caller calls, Supplier<FileKey> key, Clock clock, Lifetime lifetime, @Nullable Agent agent) {
        this.calls = calls;
        this.api = calls.api(PermissionAccessApi.class);
        this.key = key;
        this.clock = clock;
        this.lifetime = lifetime;
        this.agent = agent;
    }

    public Session startSession(SessionOptions options) {
        TriggerRequest request = SessionMapping.toWire(Objects.requireNonNull(options, "options"), agent);
        return calls.execute(
                        CallSpec.of(PermissionAccessApi.START_SESSION), context -> api.startSession(context, request))
                .session();
    }

    public SessionFiles files(Session session, ReadOptions options) {
        Objects.requireNonNull(session, "session");
        Objects.requireNonNull(options, "options");
        return new ReadableFiles(new SessionCalls(calls, api, session, options, clock, lifetime), key.get());
    }
}
