package me.digi.client.internal.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.Token;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.error.ApiException;
import me.digi.client.error.ErrorCode;
import me.digi.client.error.NetworkException;

/** The rotation of pairs and nothing else, in memory: fast enough for thousands of schedules. */
final class ModelServer implements RotatingServer {
    static final Duration LIFE = Duration.ofHours(1);
    private static final String REFRESH = "refreshToken";

    private final Clock clock;
    private final ContractDetails contract;
    private final Map<Integer, Integer> issued = new HashMap<>();
    private final Map<Integer, UserAccessToken> live = new HashMap<>();

    ModelServer(Clock clock, ContractDetails contract) {
        this.clock = clock;
        this.contract = contract;
    }

    @Override
    public ContractDetails contract() {
        return contract;
    }

    @Override
    public UserAccessToken consent(int user) {
        int number = issued.merge(user, 1, Integer::sum);
        Instant expiry = clock.instant().plus(LIFE);
        UserAccessToken pair = UserAccessToken.builder()
                .accessToken(Token.of("access-" + user + "-" + number, expiry))
                .refreshToken(Token.of("refresh-" + user + "-" + number, expiry.plus(Duration.ofDays(180))))
                .userId("user-" + user)
                .build();
        live.put(user, pair);
        return pair;
    }

    @Override
    public void revoke(int user) {
        live.remove(user);
    }

    @Override
    public String present(UserAccessToken pair, Fate fate) {
        switch (fate) {
            case NOT_SENT -> throw NetworkException.notSent(REFRESH, null);
            case DROPPED_BEFORE -> throw NetworkException.noAnswer(REFRESH, null);
            case UNAVAILABLE -> throw new ApiException(REFRESH, 503, null, null, null, null);
            default -> {
                int user = user(pair);
                boolean isHonoured = honours(pair);
                String answer = isHonoured ? consent(user).toJson() : "";
                if (fate == Fate.DROPPED_AFTER) {
                    throw NetworkException.noAnswer(REFRESH, null);
                }
                if (!isHonoured) {
                    throw new ApiException(REFRESH, 401, ErrorCode.INVALID_TOKEN, "invalid", null, null);
                }
                return answer;
            }
        }
    }

    @Override
    public UserAccessToken read(String answer, UserAccessToken old) {
        return UserAccessToken.fromJson(answer);
    }

    @Override
    public boolean accepts(UserAccessToken pair) {
        return honours(pair) && clock.instant().isBefore(pair.accessToken().expiresAt());
    }

    @Override
    public boolean honours(UserAccessToken pair) {
        return pair.equals(live.get(user(pair)));
    }

    @Override
    public int honoured(int user) {
        UserAccessToken pair = live.get(user);
        return pair == null ? 0 : number(pair);
    }

    @Override
    public int number(UserAccessToken pair) {
        String refreshToken = pair.refreshToken().value();
        return Integer.parseInt(refreshToken.substring(refreshToken.lastIndexOf('-') + 1));
    }

    @Override
    public void close() {
        live.clear();
    }

    private static int user(UserAccessToken pair) {
        String userId = Objects.requireNonNull(pair.userId());
        return Integer.parseInt(userId.substring(userId.lastIndexOf('-') + 1));
    }
}
