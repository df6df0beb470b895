package me.digi.client.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScopeTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    @Test
    void lastIsSpelledAsTheServiceRequires() {
        assertThat(Last.days(3).value()).isEqualTo("3d");
        assertThat(Last.weeks(2).value()).isEqualTo("2w");
        assertThat(Last.months(6).value()).isEqualTo("6m");
        assertThat(Last.years(1)).hasToString("1y").isEqualTo(new Last("1y"));
        assertThat(new Last("4h").value()).isEqualTo("4h");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "d", "0d", "-1d", "1", "1dd", "1 d", "1D", "1.5d"})
    void rejectsALastThatTheServiceCannotRead(String value) {
        assertThatThrownBy(() -> new Last(value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith(": \"" + value + "\"");
    }

    @Test
    void aTimeRangeCutsOffFractionsOfASecond() {
        assertThat(TimeRange.since(NOON.plusMillis(999))).isEqualTo(TimeRange.since(NOON));
        assertThat(TimeRange.until(NOON.plusMillis(999)).to()).isEqualTo(NOON);
        assertThat(new Criteria(NOON.plusNanos(1), null, null).from()).isEqualTo(NOON);
    }

    @Test
    void aTimeRangeRejectsBoundsThatContradictEachOther() {
        assertThatThrownBy(() -> new TimeRange(null, null, null)).hasMessage("a time range must have from, to or last");
        assertThatThrownBy(() -> new TimeRange(NOON, null, Last.days(1)))
                .hasMessageStartingWith("last cannot be combined with from or to");
        assertThatThrownBy(() -> new TimeRange(null, NOON, Last.days(1)))
                .hasMessageStartingWith("last cannot be combined with from or to");
        assertThatThrownBy(() -> TimeRange.between(NOON, NOON.minusSeconds(1)))
                .hasMessageStartingWith("to must not be before from")
                .hasMessageContaining("2026-01-01T12:00:00Z");
        assertThat(TimeRange.between(NOON, NOON).from()).isEqualTo(NOON);
    }

    @Test
    void criteriaMustSaySomething() {
        assertThatThrownBy(() -> new Criteria(null, null, null))
                .hasMessage("criteria must have from, last or metadata");
        CriteriaMetadata metadata = CriteriaMetadata.builder()
                .addTags("tag")
                .addAccounts(CriteriaAccount.of("a"))
                .build();
        assertThat(Criteria.of(metadata).metadata()).isSameAs(metadata);
        assertThatThrownBy(() -> CriteriaAccount.of("")).hasMessage("accountId must not be blank: \"\"");
    }

    @Test
    void serviceGroupsAreNamedByIds() {
        ServiceGroup group = ServiceGroup.of(1, ServiceType.of(2, 3, 4));
        assertThat(group).isEqualTo(new ServiceGroup(1, List.of(new ServiceType(2, List.of(3L, 4L)))));
        assertThatThrownBy(() -> ServiceGroup.of(0)).hasMessage("id must be 1 or more: 0");
        assertThatThrownBy(() -> ServiceType.of(1, -1)).hasMessage("serviceObjectTypes must be 1 or more: -1");
    }

    @Test
    void theFetchLimitIsInWholeSeconds() {
        assertThat(limit(Duration.ofMinutes(2)).sourceFetchLimit()).hasSeconds(120);
        assertThat(limit(Duration.ofDays(365)).sourceFetchLimit()).hasDays(365);
        for (Duration wrong : List.of(
                Duration.ZERO,
                Duration.ofSeconds(-1),
                Duration.ofMillis(1500),
                Duration.ofDays(365).plusSeconds(1),
                Duration.ofSeconds(Long.MAX_VALUE))) {
            assertThatThrownBy(() -> limit(wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            "sourceFetchLimit must be a whole number of seconds, from 1 second to 365 days: " + wrong);
        }
    }

    @Test
    void sessionOptionsAreAllUnsetAtFirst() {
        SessionOptions options = SessionOptions.builder().build();
        assertThat(options.sourceFetchLimit()).isNull();
        assertThat(options.scope()).isNull();
        assertThat(options.sourceFetch()).isNull();
        assertThat(options.sourceFetchFilter()).isEmpty();
        assertThatThrownBy(
                        () -> SessionOptions.builder().addSourceFetchFilter("").build())
                .hasMessage("sourceFetchFilter must not be blank: \"\"");
    }

    @Test
    void aSessionDoesNotPrintItsKey() {
        assertThat(Session.of("secret", NOON)).hasToString("Session[key=***, expiresAt=2026-01-01T12:00:00Z]");
        assertThatThrownBy(() -> Session.of("", NOON)).hasMessage("key must not be blank");
    }

    private static SessionOptions limit(Duration limit) {
        return SessionOptions.builder().sourceFetchLimit(limit).build();
    }
}
