package me.digi.client.internal.token;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.Token;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.internal.http.CallHooks;
import me.digi.client.internal.oauth.ReadResult;
import me.digi.client.internal.oauth.TokenRequest;
import me.digi.client.internal.oauth.TokenResponse;
import me.digi.client.internal.oauth.TokenServer;
import org.jspecify.annotations.Nullable;

/**
 * Answers each request with the next pair, unless it has been told otherwise. A response is the number of the refresh token
 * that it responds to, and what it reads as can be told as well.
 */
final class ScriptedServer implements TokenServer {
    /** How the server treats a request. */
    interface Behavior {
        void run(TokenRequest request, CallHooks hooks);

        /** The request is sent, and gets this response. */
        static Behavior responding(String token) {
            return (request, hooks) -> {
                hooks.beforeSending();
                hooks.arrived(token);
            };
        }

        /** The request is sent, and fails. */
        static Behavior failing(Throwable failure) {
            return (request, hooks) -> {
                hooks.beforeSending();
                throw sneaky(failure);
            };
        }

        /** Does this first. */
        default Behavior once(Runnable deed) {
            return (request, hooks) -> {
                deed.run();
                run(request, hooks);
            };
        }
    }

    private final Deque<Behavior> behaviors = new ArrayDeque<>();
    private final Map<String, ReadResult> readings = new HashMap<>();
    private final Map<String, ReadResult> readingsAfterLookup = new HashMap<>();
    private final List<String> reads = new ArrayList<>();
    private final List<@Nullable UserAccessToken> olds = new ArrayList<>();
    private final List<ContractDetails> contracts = new ArrayList<>();
    private int requests;
    private int prepared;

    /** The pair with this number. */
    static UserAccessToken pair(int number) {
        Instant expiry = Instant.parse("2030-01-01T00:00:00Z");
        return UserAccessToken.builder()
                .accessToken(Token.of("access-" + number, expiry))
                .refreshToken(Token.of("refresh-" + number, expiry))
                .userId("alice")
                .build();
    }

    /** How the server treats the next request. */
    void next(Behavior course) {
        behaviors.add(course);
    }

    /** The next request is sent, and fails with this. */
    void fail(Throwable failure) {
        next(Behavior.failing(failure));
    }

    /** How this response is read with the known keys, and after fetching them. */
    void reads(String token, ReadResult now, ReadResult afterLookup) {
        readings.put(token, now);
        readingsAfterLookup.put(token, afterLookup);
    }

    /** How many requests were sent. */
    int requests() {
        return requests;
    }

    /** The contracts that requests were made under. */
    List<ContractDetails> contracts() {
        return contracts;
    }

    /** How often the signing keys were prepared. */
    int prepared() {
        return prepared;
    }

    /** Which responses were read, in order, those after a look-up with a question mark. */
    List<String> reads() {
        return reads;
    }

    /** The pair that each response that was read would replace. */
    List<@Nullable UserAccessToken> olds() {
        return olds;
    }

    @Override
    public void prepare() {
        prepared++;
    }

    @Override
    public void send(ContractDetails contract, TokenRequest request, CallHooks hooks) {
        contracts.add(contract);
        CallHooks counting = new CallHooks() {
            @Override
            public void beforeSending() {
                hooks.beforeSending();
                requests++;
            }

            @Override
            public void beforeReplay() {
                hooks.beforeReplay();
                requests++;
            }

            @Override
            public void arrived(String token) {
                hooks.arrived(token);
            }
        };
        if (!behaviors.isEmpty()) {
            behaviors.remove().run(request, counting);
            return;
        }
        String refreshToken = request.claims().getOrDefault("refresh_token", "refresh-0");
        Behavior.responding(refreshToken.substring("refresh-".length())).run(request, counting);
    }

    @Override
    public ReadResult read(TokenResponse response, @Nullable UserAccessToken old) {
        reads.add(response.token());
        return read(readings, response, old);
    }

    @Override
    public ReadResult readAfterLookup(TokenResponse response, @Nullable UserAccessToken old) {
        reads.add(response.token() + "?");
        return read(readingsAfterLookup, response, old);
    }

    private ReadResult read(Map<String, ReadResult> told, TokenResponse response, @Nullable UserAccessToken old) {
        olds.add(old);
        ReadResult reading = told.get(response.token());
        return reading != null ? reading : new ReadResult.Pair(pair(Integer.parseInt(response.token()) + 1));
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> RuntimeException sneaky(Throwable failure) throws E {
        throw (E) failure;
    }
}
