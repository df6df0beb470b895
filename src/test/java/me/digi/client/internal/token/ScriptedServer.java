package me.digi.client.internal.token;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.Token;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.internal.auth.Delivery;
import me.digi.client.internal.auth.Reading;
import me.digi.client.internal.auth.TokenRequest;
import me.digi.client.internal.auth.TokenResponse;
import me.digi.client.internal.auth.TokenServer;
import org.jspecify.annotations.Nullable;

/** Answers each request with the next pair, unless it has been told to fail. */
final class ScriptedServer implements TokenServer {
    private final Deque<Throwable> failures = new ArrayDeque<>();
    private int requests;

    /** The pair of this number, the first of which nobody has to ask for. */
    static UserAccessToken pair(int number) {
        Instant expiry = Instant.parse("2030-01-01T00:00:00Z");
        return UserAccessToken.builder()
                .accessToken(Token.of("access-" + number, expiry))
                .refreshToken(Token.of("refresh-" + number, expiry))
                .userId("alice")
                .build();
    }

    /** The next request fails with this after it was sent. */
    void fail(Throwable failure) {
        failures.add(failure);
    }

    /** How many requests were sent. */
    int requests() {
        return requests;
    }

    @Override
    public void prepare() {}

    @Override
    public void send(ContractDetails contract, TokenRequest request, Delivery delivery) {
        delivery.beforeSending();
        requests++;
        if (!failures.isEmpty()) {
            throw sneaky(failures.remove());
        }
        String refreshToken = request.claims().getOrDefault("refresh_token", "refresh-0");
        delivery.arrived(refreshToken.substring("refresh-".length()));
    }

    @Override
    public Reading read(TokenResponse response, @Nullable UserAccessToken old) {
        return new Reading.Pair(pair(Integer.parseInt(response.token()) + 1));
    }

    @Override
    public Reading readAfterLookup(TokenResponse response, @Nullable UserAccessToken old) {
        return read(response, old);
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> RuntimeException sneaky(Throwable failure) throws E {
        throw (E) failure;
    }
}
