package me.digi.client.internal.token.schedules;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import me.digi.client.DigiMe;
import me.digi.client.auth.Authorized;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.PendingConsent;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.error.DigiMeException;
import me.digi.client.internal.http.CallHooks;
import me.digi.client.internal.oauth.ReadResult;
import me.digi.client.internal.oauth.TokenRequest;
import me.digi.client.internal.oauth.TokenResponse;
import me.digi.client.sandbox.GrantView;
import me.digi.client.sandbox.Sandbox;
import me.digi.client.sandbox.TokenPair;
import org.jspecify.annotations.Nullable;

/** The sandbox over HTTP, with the client's own endpoint and real signatures. */
final class SandboxServer implements RotatingServer {
    private static final String REDIRECT_URI = "https://app.example/callback";

    private final Sandbox sandbox;
    private final Supplier<Instant> time;
    private final DigiMe digiMe;
    private final SandboxEndpoint endpoint;
    private final Map<Integer, UserAccessToken> first = new HashMap<>();
    private final Map<String, Integer> users = new HashMap<>();
    private final Map<Integer, Integer> issued = new HashMap<>();
    private final Map<String, Integer> ranks = new HashMap<>();
    private final Map<String, UserAccessToken> pairs = new HashMap<>();

    /** The sandbox goes by this time. */
    SandboxServer(Sandbox sandbox, Supplier<Instant> time) {
        this.sandbox = sandbox;
        this.time = time;
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
    public Code authorize(int user) {
        keepTime();
        UserAccessToken known = first.get(user);
        PendingConsent link = known == null
                ? digiMe.authorize(contract()).redirectUri(REDIRECT_URI).start()
                : digiMe.reauthorize(contract(), known)
                        .redirectUri(REDIRECT_URI)
                        .start();
        Authorized consent = (Authorized) link.read(sandbox.allow(link.url()).toString());
        users.put(consent.code().value(), user);
        return new Code(consent.code().value(), consent.code().codeVerifier());
    }

    @Override
    public UserAccessToken consent(int user) {
        Code code = authorize(user);
        Reply reply = act(TokenRequest.exchange(code.code(), code.codeVerifier()));
        return pair(Objects.requireNonNull(reply.response()));
    }

    @Override
    public void revoke(int user) {
        sandbox.revoke(Objects.requireNonNull(first.get(user).userId()));
    }

    @Override
    public Reply act(TokenRequest request) {
        keepTime();
        String[] arrived = new String[1];
        try {
            endpoint.tokens.prepare();
            endpoint.tokens.send(contract(), request, new CallHooks() {
                @Override
                public void beforeSending() {}

                @Override
                public void beforeReplay() {}

                @Override
                public void arrived(String token) {
                    arrived[0] = token;
                }
            });
        } catch (DigiMeException e) {
            return new Reply(null, e);
        }
        learn(request, pair(arrived[0]));
        return new Reply(arrived[0], null);
    }

    private void learn(TokenRequest request, UserAccessToken pair) {
        Integer user = users.get(request.claims().get("code"));
        if (user != null) {
            first.putIfAbsent(user, pair);
            users.put(Objects.requireNonNull(pair.userId()), user);
        }
        int owner = users.get(Objects.requireNonNull(pair.userId()));
        ranks.computeIfAbsent(pair.refreshToken().value(), unseen -> issued.merge(owner, 1, Integer::sum));
    }

    @Override
    public UserAccessToken pair(String response) {
        return pairs.computeIfAbsent(
                response,
                unseen -> ((ReadResult.Pair) endpoint.tokens.readAfterLookup(received(response), null)).pair());
    }

    private TokenResponse received(String response) {
        return new TokenResponse(
                TokenRequest.REFRESH, "", response, sandbox.clock().instant());
    }

    @Override
    public ResponseReader reader(SimulatedProcess process, TokenSchedule schedule) {
        return new ResponseReader() {
            @Override
            public void prepare() {
                endpoint.tokens.prepare();
            }

            @Override
            public ReadResult read(TokenResponse response, @Nullable UserAccessToken old) {
                return endpoint.tokens.read(response, old);
            }

            @Override
            public ReadResult readAfterLookup(TokenResponse response, @Nullable UserAccessToken old) {
                process.step();
                return endpoint.tokens.readAfterLookup(response, old);
            }
        };
    }

    @Override
    public long readableFrom(String response) {
        return 0;
    }

    @Override
    public boolean isBeyondReading(String response) {
        return false;
    }

    @Override
    public boolean accepts(UserAccessToken pair) {
        return live().anyMatch(
                        live -> live.accessToken().equals(pair.accessToken().value())
                                && time.get().isBefore(live.accessExpiresAt()));
    }

    @Override
    public boolean honours(UserAccessToken pair) {
        return live().anyMatch(
                        live -> live.refreshToken().equals(pair.refreshToken().value()));
    }

    @Override
    public boolean isRevokedForReuse(UserAccessToken pair) {
        return false;
    }

    @Override
    public boolean isRevoked(UserAccessToken pair) {
        GrantView grant = sandbox.grant(Objects.requireNonNull(pair.userId()), contract());
        return grant == null || grant.live() == null;
    }

    @Override
    public int rank(UserAccessToken pair) {
        return ranks.get(pair.refreshToken().value());
    }

    @Override
    public void close() {
        digiMe.close();
        endpoint.close();
    }

    private Stream<TokenPair> live() {
        return sandbox.grants().stream().map(GrantView::live).filter(Objects::nonNull);
    }

    private void keepTime() {
        Duration behind = Duration.between(sandbox.clock().instant(), time.get());
        if (!behind.isZero() && !behind.isNegative()) {
            sandbox.clock().advance(behind);
        }
    }
}
