package me.digi.client.internal.token.schedules;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.Token;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.error.ApiException;
import me.digi.client.error.ErrorCode;
import me.digi.client.internal.oauth.TokenRequest;
import org.jspecify.annotations.Nullable;

/**
 * The rotation of pairs and the signing of responses, in memory: fast enough for thousands of schedules. A refresh token
 * that was used is refused. Some servers have a grace period: within it the previous refresh token is exchanged again,
 * for another new pair of the same family. Some revoke the whole family when a refresh token is reused.
 */
final class ModelServer implements RotatingServer {
    static final Duration LIFE = Duration.ofHours(1);
    private static final Duration GRACE = Duration.ofSeconds(30);

    private final Kind kind;
    private final Fibers fibers;
    private final Instant start;
    private final ContractDetails contract;
    private final SigningKeys keys;
    private final Map<String, Issue> issues = new HashMap<>();
    private final Map<Integer, Family> families = new HashMap<>();
    private final Map<Integer, Integer> counts = new HashMap<>();
    private final Map<String, Integer> codes = new HashMap<>();
    private int codeCount;

    /** How a server treats a refresh token that was used before. */
    enum Kind {
        STRICT(false, false),
        REVOKING(false, true),
        GRACEFUL(true, false),
        GRACEFUL_REVOKING(true, true);

        private final boolean hasGrace;
        private final boolean revokesFamily;

        Kind(boolean hasGrace, boolean revokesFamily) {
            this.hasGrace = hasGrace;
            this.revokesFamily = revokesFamily;
        }
    }

    private static final class Family {
        boolean isRevoked;
        boolean isReused;
    }

    private static final class Issue {
        final int user;
        final Family family;
        final int rank;
        final UserAccessToken pair;
        final List<Issue> next = new ArrayList<>();
        long usedAt = -1;

        Issue(int user, Family family, int rank, UserAccessToken pair) {
            this.user = user;
            this.family = family;
            this.rank = rank;
            this.pair = pair;
        }

        boolean isUsed() {
            return usedAt >= 0;
        }
    }

    ModelServer(Kind kind, Fibers fibers, Instant start, ContractDetails contract, BooleanSupplier isOdd) {
        this.kind = kind;
        this.fibers = fibers;
        this.start = start;
        this.contract = contract;
        this.keys = new SigningKeys(fibers, isOdd);
    }

    @Override
    public ContractDetails contract() {
        return contract;
    }

    @Override
    public Code authorize(int user) {
        String code = "code-" + user + "-" + codeCount++;
        codes.put(code, user);
        return new Code(code, "verifier of " + code);
    }

    @Override
    public UserAccessToken consent(int user) {
        revoke(user);
        Family family = new Family();
        families.put(user, family);
        return issue(user, family, null);
    }

    @Override
    public void revoke(int user) {
        Family family = families.get(user);
        if (family != null) {
            family.isRevoked = true;
        }
    }

    @Override
    public Reply act(TokenRequest request) {
        String code = request.claims().get("code");
        if (code != null) {
            Integer user = codes.remove(code);
            return user == null ? refused(request, ErrorCode.INVALID_GRANT) : signed(consent(user));
        }
        Issue issue = Objects.requireNonNull(issues.get(request.claims().get("refresh_token")));
        boolean isReused = issue.isUsed() && !isInGrace(issue);
        if (isReused && kind.revokesFamily) {
            issue.family.isReused = true;
        }
        if (isReused || issue.family.isRevoked || issue.family.isReused) {
            return refused(request, ErrorCode.INVALID_TOKEN);
        }
        if (!issue.isUsed()) {
            issue.usedAt = fibers.now();
        }
        return signed(issue(issue.user, issue.family, issue));
    }

    @Override
    public UserAccessToken pair(String response) {
        return keys.pair(response);
    }

    @Override
    public ResponseReader reader(SimulatedProcess process, TokenSchedule schedule) {
        return new KeyCache(process, schedule, keys);
    }

    @Override
    public long readableFrom(String response) {
        return keys.readableFrom(response);
    }

    @Override
    public boolean isBeyondReading(String response) {
        return keys.isBeyondReading(response);
    }

    @Override
    public boolean accepts(UserAccessToken pair) {
        Issue issue = issue(pair);
        return !issue.isUsed()
                && isAlive(issue)
                && start.plusNanos(fibers.now())
                        .isBefore(
                                Objects.requireNonNull(issue.pair.accessToken().expiresAt()));
    }

    @Override
    public boolean honours(UserAccessToken pair) {
        Issue issue = issue(pair);
        return isAlive(issue) && (!issue.isUsed() || isInGrace(issue));
    }

    @Override
    public boolean isRevokedForReuse(UserAccessToken pair) {
        return issue(pair).family.isReused;
    }

    @Override
    public boolean isRevoked(UserAccessToken pair) {
        return issue(pair).family.isRevoked;
    }

    @Override
    public int rank(UserAccessToken pair) {
        return issue(pair).rank;
    }

    @Override
    public void close() {
        issues.clear();
    }

    private boolean isInGrace(Issue issue) {
        return kind.hasGrace
                && fibers.now() - issue.usedAt <= GRACE.toNanos()
                && issue.next.stream().noneMatch(Issue::isUsed);
    }

    private static boolean isAlive(Issue issue) {
        return !issue.family.isRevoked && !issue.family.isReused;
    }

    /** A pair that replaces the one before; siblings replace the same one, and none of them is newer than the others. */
    private UserAccessToken issue(int user, Family family, @Nullable Issue before) {
        int number = counts.merge(user, 1, Integer::sum);
        Instant expiry = start.plusNanos(fibers.now()).plus(LIFE).plusSeconds(number);
        UserAccessToken pair = UserAccessToken.builder()
                .accessToken(Token.of("access-" + user + "-" + number, expiry))
                .refreshToken(Token.of("refresh-" + user + "-" + number, expiry.plus(Duration.ofDays(180))))
                .userId("digi-" + user)
                .build();
        Issue issue = new Issue(user, family, before == null ? number : nextRank(before, number), pair);
        if (before != null) {
            before.next.add(issue);
        }
        issues.put(pair.refreshToken().value(), issue);
        return pair;
    }

    private static int nextRank(Issue before, int number) {
        return before.next.isEmpty() ? number : before.next.get(0).rank;
    }

    private Issue issue(UserAccessToken pair) {
        return Objects.requireNonNull(issues.get(pair.refreshToken().value()));
    }

    private Reply signed(UserAccessToken pair) {
        return new Reply(keys.sign(pair), null);
    }

    private static Reply refused(TokenRequest request, ErrorCode code) {
        return new Reply(null, new ApiException(request.operation(), 401, code, "invalid", null, null));
    }
}
