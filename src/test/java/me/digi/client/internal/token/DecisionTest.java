package me.digi.client.internal.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import me.digi.client.auth.RefreshResult.Reason;
import me.digi.client.auth.RefreshResult.Reauthorize;
import me.digi.client.auth.Token;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.internal.oauth.Fingerprints;
import me.digi.client.internal.oauth.Pairs;
import me.digi.client.internal.oauth.TokenRequest;
import me.digi.client.internal.oauth.TokenResponse;
import me.digi.client.internal.token.Decision.Dead;
import me.digi.client.internal.token.Decision.Need;
import me.digi.client.internal.token.Decision.ReadKept;
import me.digi.client.internal.token.Decision.Refresh;
import me.digi.client.internal.token.Decision.Use;
import me.digi.client.internal.token.Decision.Wait;
import me.digi.client.internal.token.GrantRecord.Lease;
import me.digi.client.internal.token.GrantRecord.Refusal;
import org.junit.jupiter.api.Test;

/** The decision, for every record, failed pair, moment and need that differ in something that it may depend on. */
class DecisionTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final TokenPolicy POLICY = TokenPolicy.defaults();
    private static final UserAccessToken OTHER = pair("other", NOW.plusSeconds(3600));
    private static final Reauthorize VERDICT = new Reauthorize(Reason.REFUSED, null, null, null);

    private enum Life {
        FRESH(Duration.ofHours(20)),
        /** The last five minutes of a day. */
        JUST_STALE(Duration.ofMinutes(5)),
        STALE(Duration.ofSeconds(31)),
        AS_GOOD_AS_EXPIRED(Duration.ofSeconds(30)),
        EXPIRED(Duration.ofDays(-400)),
        UNKNOWN(null);

        final Duration left;

        Life(Duration left) {
            this.left = left;
        }

        boolean isExpired() {
            return this == AS_GOOD_AS_EXPIRED || this == EXPIRED;
        }

        boolean isOver() {
            return this == EXPIRED;
        }

        boolean isStale() {
            return this == JUST_STALE || this == STALE || isExpired();
        }
    }

    private enum Failed {
        NONE,
        THIS,
        ANOTHER
    }

    private enum Kept {
        NONE,
        REFRESH,
        SIGN_IN
    }

    private enum Turn {
        NOBODYS,
        OTHERS_FOR_LESS_THAN_15_S,
        OTHERS_FOR_15_S,
        OWN_AND_OVER
    }

    private enum Verdict {
        NONE,
        FOR_LESS_THAN_2_MIN,
        FOR_2_MIN
    }

    /** One case. */
    private record Case(
            boolean hasPair,
            Life life,
            boolean isYoung,
            boolean isOwn,
            Failed failed,
            Need need,
            Kept kept,
            boolean wasTried,
            boolean isKeptFor10Min,
            Turn turn,
            Verdict verdict) {
        boolean isFailed() {
            return hasPair && failed == Failed.THIS;
        }

        /** Whether a caller gets along with the present pair. */
        boolean isGoodEnough() {
            if (!hasPair || (kept == Kept.SIGN_IN && !wasTried)) {
                return false;
            }
            if (isFailed()) {
                return need != Need.REPLACED && isYoung;
            }
            return (isYoung && isOwn)
                    || switch (need) {
                        case FRESH -> !life.isStale();
                        case UNEXPIRED -> !life.isOver();
                        default -> !life.isExpired();
                    };
        }
    }

    /** A row of the table: the first one that fits decides. */
    private record Row(String name, Predicate<Case> fits, Predicate<Decision> decides) {}

    private static final List<Row> TABLE = List.of(
            new Row(
                    "a pair that is good enough is used, and said to be stale when it is",
                    Case::isGoodEnough,
                    decision -> decision instanceof Use use && !use.isFetched()),
            new Row(
                    "without a pair, only a response that is kept can give one",
                    it -> !it.hasPair,
                    decision -> decision instanceof ReadKept read && !read.mayReplay()),
            new Row(
                    "a response that is kept comes before a verdict, a lease and a request",
                    it -> it.kept != Kept.NONE && !it.wasTried && !it.isKeptFor10Min,
                    decision -> decision instanceof ReadKept read && !read.mayReplay()),
            new Row(
                    "and may be followed by a replay after ten minutes",
                    it -> it.kept != Kept.NONE && !it.wasTried,
                    decision -> decision instanceof ReadKept read && read.mayReplay()),
            new Row(
                    "a verdict counts for two minutes, whether or not there is a lease",
                    it -> it.verdict == Verdict.FOR_LESS_THAN_2_MIN,
                    decision -> decision.equals(new Dead(VERDICT))),
            new Row(
                    "a lease that was not watched for 15 s is waited for",
                    it -> it.turn == Turn.OTHERS_FOR_LESS_THAN_15_S,
                    decision -> decision instanceof Wait),
            new Row("else the refresh token is presented", it -> true, decision -> decision instanceof Refresh));

    @Test
    void everyCaseIsDecidedByTheFirstRowThatFits() {
        Map<String, Integer> used = new HashMap<>();
        List<Case> cases = cases();
        for (Case it : cases) {
            Row row = TABLE.stream()
                    .filter(candidate -> candidate.fits.test(it))
                    .findFirst()
                    .orElseThrow();
            used.merge(row.name, 1, Integer::sum);
            Decision decision = decide(it);
            assertThat(row.decides.test(decision))
                    .as("%s: %s decides %s", row.name, it, decision)
                    .isTrue();
            if (decision instanceof Use use) {
                assertThat(use.isStale()).as("%s", it).isEqualTo(it.life.isStale());
                assertThat(use.pair()).isEqualTo(pair("present", expiry(it.life)));
            }
        }
        assertThat(cases).hasSizeGreaterThan(10_000);
        assertThat(used).hasSize(TABLE.size());
    }

    @Test
    void theBoundsOfALifeAreInclusiveAndPartsOfShortLives() {
        Instant obtained = NOW;
        GrantRecord hour = record(pair("present", obtained.plusSeconds(3600)), obtained, List.of(), null, null);
        assertThat(isStale(hour, obtained.plusSeconds(3299))).isFalse();
        assertThat(isStale(hour, obtained.plusSeconds(3300))).isTrue();
        assertThat(isExpired(hour, obtained.plusSeconds(3569))).isFalse();
        assertThat(isExpired(hour, obtained.plusSeconds(3570))).isTrue();
        GrantRecord minute = record(pair("present", obtained.plusSeconds(60)), obtained, List.of(), null, null);
        assertThat(isStale(minute, obtained.plusSeconds(53))).isFalse();
        assertThat(isStale(minute, obtained.plusSeconds(54))).isTrue();
        assertThat(isExpired(minute, obtained.plusSeconds(56))).isFalse();
        assertThat(isExpired(minute, obtained.plusSeconds(57))).isTrue();
        GrantRecord bornDead = record(pair("present", obtained.minusSeconds(60)), obtained, List.of(), null, null);
        assertThat(isExpired(bornDead, obtained)).isTrue();
        assertThat(isStale(bornDead, obtained)).isTrue();
    }

    private static boolean isStale(GrantRecord record, Instant now) {
        return Pairs.isStale(Objects.requireNonNull(record.pair()), record.obtainedAt(), now);
    }

    private static boolean isExpired(GrantRecord record, Instant now) {
        return Pairs.isAsGoodAsExpired(Objects.requireNonNull(record.pair()), record.obtainedAt(), now);
    }

    private static Decision decide(Case it) {
        UserAccessToken present = it.hasPair ? pair("present", expiry(it.life)) : null;
        List<TokenResponse> kept = switch (it.kept) {
            case NONE -> List.of();
            case REFRESH -> List.of(response(TokenRequest.REFRESH));
            case SIGN_IN -> List.of(response(TokenRequest.EXCHANGE), response(TokenRequest.REFRESH));
        };
        GrantRecord record = record(
                present,
                NOW.minus(Duration.ofHours(4)),
                kept,
                it.turn == Turn.NOBODYS ? null : new Lease("lease", 3),
                it.verdict == Verdict.NONE ? null : new Refusal(VERDICT, NOW));
        UserAccessToken failed = switch (it.failed) {
            case NONE -> null;
            case THIS -> pair("present", expiry(it.life));
            case ANOTHER -> OTHER;
        };
        DecisionTimes moment = new DecisionTimes(
                NOW,
                it.isYoung ? Duration.ofSeconds(59) : Duration.ofSeconds(60),
                it.isOwn,
                it.turn == Turn.OTHERS_FOR_15_S ? Duration.ofSeconds(15) : Duration.ofMillis(14_999),
                it.turn == Turn.OWN_AND_OVER,
                it.verdict == Verdict.FOR_2_MIN ? Duration.ofMinutes(2) : Duration.ofMillis(119_999),
                it.isKeptFor10Min ? Duration.ofMinutes(10) : Duration.ofMillis(599_999),
                it.wasTried);
        return record.decide(failed, it.need, moment, POLICY);
    }

    private static List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        for (int bits = 0; bits < 32; bits++) {
            for (Life life : Life.values()) {
                for (Failed failed : Failed.values()) {
                    for (Need need : Need.values()) {
                        for (Kept kept : Kept.values()) {
                            for (Turn turn : Turn.values()) {
                                for (Verdict verdict : Verdict.values()) {
                                    cases.add(new Case(
                                            (bits & 1) == 0,
                                            life,
                                            (bits & 2) == 0,
                                            (bits & 16) == 0,
                                            failed,
                                            need,
                                            kept,
                                            (bits & 4) == 0,
                                            (bits & 8) == 0,
                                            turn,
                                            verdict));
                                }
                            }
                        }
                    }
                }
            }
        }
        return cases;
    }

    private static GrantRecord record(
            UserAccessToken pair, Instant obtainedAt, List<TokenResponse> kept, Lease lease, Refusal refusal) {
        return new GrantRecord(pair, obtainedAt, lease, false, kept, refusal, Fingerprints.NONE);
    }

    private static Instant expiry(Life life) {
        return life.left == null ? null : NOW.plus(life.left);
    }

    private static UserAccessToken pair(String name, Instant expiresAt) {
        return UserAccessToken.builder()
                .accessToken(Token.of("access-" + name, expiresAt))
                .refreshToken(Token.of("refresh-" + name, NOW.plus(Duration.ofDays(180))))
                .build();
    }

    private static TokenResponse response(String operation) {
        return new TokenResponse(operation, "request", "token of " + operation, NOW);
    }
}
