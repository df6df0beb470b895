package me.digi.client;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import me.digi.client.auth.Authorized;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.internal.token.FaultyStore;
import me.digi.client.retry.RetryPolicy;
import me.digi.client.sandbox.Operation;
import me.digi.client.sandbox.RecordedRequest;
import me.digi.client.sandbox.TokenPair;

/**
 * A {@link LocalDigiMe} with a user who has consented, and a store that all clients share. A client that waits for the
 * refresh of another one waits until the store changes; nothing else is retried.
 */
final class LocalUser extends LocalDigiMe {
    static final String USER = "user-42";
    static final Duration A_DAY = Duration.ofDays(1);

    final FaultyStore store;
    /** What the listener of {@link #digiMe} was called with. */
    final RecordedTokenEvents tokenEvents;

    final UserAccessToken first = token();
    final DigiMeUser user = KnownUser.of(digiMe, contract, USER, first);

    LocalUser() {
        this(new FaultyStore(), new RecordedTokenEvents());
    }

    private LocalUser(FaultyStore store, RecordedTokenEvents tokenEvents) {
        super(
                builder -> builder.retryPolicy(RetryPolicy.none())
                        .tokenStore(store)
                        .sleeper(pause -> store.awaitChange()),
                builder -> builder.tokenListener(tokenEvents));
        this.store = store;
        this.tokenEvents = tokenEvents;
    }

    /** The user, in another client. */
    DigiMeUser userOf(DigiMe client) {
        return client.user(contract, USER);
    }

    /** A new user's consent. */
    Authorized newConsent() {
        return allow(link());
    }

    /** Another consent of the same user. */
    Authorized consentAgain(UserAccessToken old) {
        return allow(digiMe.reauthorize(contract, old).redirectUri(REDIRECT_URI).start());
    }

    /** Signs in the user who gave this consent, under {@link #USER}. */
    SignIn signIn(DigiMe client, Authorized consent) {
        return client.signIn(contract, USER, consent);
    }

    /** Moves the clock until every access token has expired. */
    void expire() {
        sandbox.clock().advance(A_DAY);
    }

    /** The refresh tokens sent to the sandbox, in order. */
    List<Object> presented() {
        return requests(Operation.REFRESH_TOKEN).stream()
                .map((RecordedRequest request) -> request.claim("refresh_token"))
                .toList();
    }

    /** The pair that the sandbox accepts. */
    TokenPair live() {
        return live(first);
    }

    TokenPair live(UserAccessToken token) {
        return Objects.requireNonNull(
                Objects.requireNonNull(sandbox.grant(token.userId(), contract)).live());
    }

    /** Whether the sandbox accepts this pair of the user. */
    @Override
    boolean accepts(UserAccessToken token) {
        TokenPair live = live();
        return live.accessToken().equals(token.accessToken().value())
                && live.refreshToken().equals(token.refreshToken().value());
    }

    /** The stored pair, read by a new client. */
    UserAccessToken stored() {
        try (DigiMe newClient = builder().build()) {
            return userOf(newClient).loadToken();
        }
    }
}
