package me.digi.client.internal.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.diagnostics.TokenEvent;
import me.digi.client.error.UnexpectedResponseException;
import me.digi.client.internal.oauth.ReadResult;
import me.digi.client.internal.oauth.TokenRequest;
import me.digi.client.internal.oauth.TokenResponse;
import me.digi.client.store.GrantKey;
import me.digi.client.store.InMemoryTokenStore;
import me.digi.client.store.StoredGrant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** The token engine on a scripted host, with a scripted server and a store whose operations can be made to fail. */
abstract class ScriptedEngine {
    static final TokenPolicy POLICY = TokenPolicy.defaults();
    static final GrantKey KEY = new GrantKey(MadeUpContract.details().contractId(), "user-42");
    static final UserAccessToken ONE = ScriptedServer.pair(1);
    static final UserAccessToken TWO = ScriptedServer.pair(2);
    static final UserAccessToken THREE = ScriptedServer.pair(3);

    final IllegalStateException outage = new IllegalStateException("secret");
    final UnexpectedResponseException unknownKey =
            new UnexpectedResponseException("refreshToken", 200, "token", "an unknown key");
    final ReadResult.Unverified unverified = new ReadResult.Unverified(unknownKey);

    /** The rows as other processes see and write them. */
    final InMemoryTokenStore rows = new InMemoryTokenStore();

    final FaultyStore store = new FaultyStore(rows);
    final ScriptedServer server = new ScriptedServer();
    final ScriptedHost host = new ScriptedHost(Duration.ZERO);
    final List<TokenEvent> events = new ArrayList<>();
    final Grants grants = new Grants(store, server, host, POLICY, events::add);

    Grant newGrant() {
        return grants.of(MadeUpContract.details(), "user-42");
    }

    void put(UserAccessToken pair) {
        put(GrantRecord.first(pair, host.now()));
    }

    void put(GrantRecord record) {
        put(1000, record);
    }

    /** Replaces the row, whatever its version. */
    void put(long version, GrantRecord record) {
        rows.delete(KEY);
        assertThat(rows.compareAndSet(KEY, 0, new StoredGrant(version, GrantJson.write(record))))
                .isTrue();
    }

    /** Writes as another process does. */
    void others(UnaryOperator<GrantRecord> change) {
        write(GrantJson.write(change.apply(stored())));
    }

    void damage() {
        write("{}");
    }

    private void write(String content) {
        StoredGrant row = row();
        assertThat(rows.compareAndSet(KEY, row.version(), row.next(content))).isTrue();
    }

    StoredGrant row() {
        return Objects.requireNonNull(rows.load(KEY));
    }

    GrantRecord stored() {
        return GrantJson.read(row().content());
    }

    UnaryOperator<GrantRecord> renewed(UserAccessToken pair) {
        return record -> record.renewed(pair, host.now(), List.of());
    }

    TokenResponse refreshResponse(String token) {
        return response(TokenRequest.REFRESH, token);
    }

    TokenResponse signInResponse(String token) {
        return response(TokenRequest.EXCHANGE, token);
    }

    /** Returns what the call throws, which must be of this type. */
    static <T extends Throwable> T thrownBy(Class<T> type, ThrowingCallable call) {
        return catchThrowableOfType(type, call);
    }

    private TokenResponse response(String operation, String token) {
        return new TokenResponse(operation, "request", token, host.now());
    }
}
