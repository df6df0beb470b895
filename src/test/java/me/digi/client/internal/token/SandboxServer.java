package me.digi.client.internal.token;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import me.digi.client.DigiMe;
import me.digi.client.auth.AuthorizationResult;
import me.digi.client.auth.AuthorizationResult.Authorized;
import me.digi.client.auth.AuthorizationUrl;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.error.NetworkException;
import me.digi.client.sandbox.CannedAnswer;
import me.digi.client.sandbox.Delivery;
import me.digi.client.sandbox.GrantView;
import me.digi.client.sandbox.Operation;
import me.digi.client.sandbox.Sandbox;
import me.digi.client.sandbox.TokenPair;

/** The sandbox, asked over HTTP by the client's own endpoint, with signatures and all. */
final class SandboxServer implements RotatingServer {
    private static final String CALLBACK = "https://app.example/callback";

    private final Sandbox sandbox;
    private final Clock clock;
    private final DigiMe digiMe;
    private final SandboxEndpoint endpoint;
    private final Map<Integer, UserAccessToken> first = new HashMap<>();
    private final Map<Integer, Integer> issued = new HashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    SandboxServer(Sandbox sandbox, Clock clock) {
        this.sandbox = sandbox;
        this.clock = clock;
        keepTime();
        digiMe = DigiMe.builder()
                .applicationId(sandbox.applicationId())
                .environment(sandbox.environment())
                .clock(sandbox.clock())
                .build();
        endpoint = new SandboxEndpoint(sandbox);
    }

    @Override
    public ContractDetails contract() {
        return sandbox.contract();
    }

    @Override
    public UserAccessToken consent(int user) {
        keepTime();
        UserAccessToken known = first.get(user);
        String state = "state";
        AuthorizationUrl link = known == null
                ? digiMe.authorize(contract()).callback(CALLBACK).state(state).url()
                : digiMe.reauthorize(contract(), known)
                        .callback(CALLBACK)
                        .state(state)
                        .url();
        Authorized consent = (Authorized)
                AuthorizationResult.fromCallback(sandbox.allow(link.url()).toString(), state);
        UserAccessToken pair = digiMe.exchangeCode(contract(), consent.code(), link.codeVerifier());
        first.putIfAbsent(user, pair);
        honoured(user);
        return pair;
    }

    @Override
    public void revoke(int user) {
        sandbox.revoke(userId(user));
    }

    @Override
    public String present(UserAccessToken pair, Fate fate) {
        keepTime();
        if (fate == Fate.NOT_SENT) {
            throw NetworkException.notSent("refreshToken", null);
        }
        switch (fate) {
            case DROPPED_BEFORE -> sandbox.failNext(Operation.REFRESH, Delivery.DROP_BEFORE);
            case DROPPED_AFTER -> sandbox.failNext(Operation.REFRESH, Delivery.DROP_AFTER);
            case UNAVAILABLE -> sandbox.failNext(Operation.REFRESH, CannedAnswer.empty(503));
            default -> sandbox.clearFaults();
        }
        endpoint.tokens.prepareRefresh();
        try {
            return endpoint.tokens.presentRefreshToken(contract(), pair);
        } finally {
            first.keySet().forEach(this::honoured);
        }
    }

    @Override
    public UserAccessToken read(String answer, UserAccessToken old) {
        return endpoint.tokens.readRefreshed(answer, old);
    }

    @Override
    public boolean accepts(UserAccessToken pair) {
        return live().anyMatch(
                        live -> live.accessToken().equals(pair.accessToken().value())
                                && clock.instant().isBefore(live.accessExpiresAt()));
    }

    @Override
    public boolean honours(UserAccessToken pair) {
        return live().anyMatch(
                        live -> live.refreshToken().equals(pair.refreshToken().value()));
    }

    private Stream<TokenPair> live() {
        return sandbox.grants().stream().map(GrantView::live).filter(Objects::nonNull);
    }

    @Override
    public int honoured(int user) {
        GrantView grant = Objects.requireNonNull(sandbox.grant(userId(user), contract()));
        TokenPair live = grant.live();
        return live == null
                ? 0
                : numbers.computeIfAbsent(live.refreshToken(), unseen -> issued.merge(user, 1, Integer::sum));
    }

    @Override
    public int number(UserAccessToken pair) {
        return numbers.get(pair.refreshToken().value());
    }

    @Override
    public void close() {
        digiMe.close();
        endpoint.close();
    }

    private String userId(int user) {
        return Objects.requireNonNull(first.get(user).userId());
    }

    /** The sandbox goes by the schedule's clock. */
    private void keepTime() {
        Duration behind = Duration.between(sandbox.clock().instant(), clock.instant());
        if (!behind.isZero() && !behind.isNegative()) {
            sandbox.clock().advance(behind);
        }
    }
}
