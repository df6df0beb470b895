package me.digi.client.internal.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import me.digi.client.auth.UserAccessToken;

/** How often each refresh token was presented, by whom, and what they learned. */
final class Presentations {
    private static final Duration VERDICT = Duration.ofMinutes(2);

    private final List<Presentation> all = new ArrayList<>();

    enum Result {
        IN_THE_AIR,
        NO_ANSWER,
        NOTHING_DONE,
        RENEWED,
        REFUSED
    }

    static final class Presentation {
        private final String refreshToken;
        private final SimulatedProcess process;
        private final Instant at;
        Result result = Result.IN_THE_AIR;

        private Presentation(String refreshToken, SimulatedProcess process, Instant at) {
            this.refreshToken = refreshToken;
            this.process = process;
            this.at = at;
        }
    }

    /**
     * Notes that a refresh token is presented; fails if somebody had been told already what becomes of it, could pass it
     * on, and nobody has overrun a lease.
     */
    Presentation begin(Fibers fibers, SimulatedProcess process, UserAccessToken pair, boolean isOverrunPossible) {
        String refreshToken = pair.refreshToken().value();
        Instant now = fibers.instant();
        for (Presentation earlier : all) {
            if (!isOverrunPossible && earlier.refreshToken.equals(refreshToken)) {
                fibers.check(() -> assertThat(isWorthAnother(earlier, now))
                        .as("%s presents what %s presented: %s", process, earlier.process, earlier.result)
                        .isTrue());
            }
        }
        Presentation presentation = new Presentation(refreshToken, process, now);
        all.add(presentation);
        return presentation;
    }

    int count() {
        return all.size();
    }

    private static boolean isWorthAnother(Presentation earlier, Instant now) {
        boolean isTroubled = earlier.process.isGone() || earlier.process.hadStoreTroubleSince(earlier.at);
        return switch (earlier.result) {
            case NO_ANSWER, NOTHING_DONE -> true;
            case IN_THE_AIR, RENEWED -> isTroubled;
            case REFUSED -> isTroubled || !now.isBefore(earlier.at.plus(VERDICT));
        };
    }
}
