package me.digi.client.sandbox.internal.console;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import me.digi.client.sandbox.IssuedPair;
import me.digi.client.sandbox.internal.document.Names;
import me.digi.client.sandbox.internal.html.Html;

/**
 * Token pairs over time, with a lane for each, from its issue to its end. The lane is strong while the access token is
 * valid, and faint while only the refresh token is.
 */
final class TimeLine {
    private static final int LANES = 12;
    private static final int LANE = 24;
    private static final int LEFT = 70;
    private static final int WIDTH = 560;
    private static final int RIGHT = 130;

    private final Instant start;
    private final Instant now;
    private final double seconds;

    private TimeLine(Instant start, Instant now, double seconds) {
        this.start = start;
        this.now = now;
        this.seconds = seconds;
    }

    static Html of(List<IssuedPair> pairs, Instant now) {
        List<IssuedPair> newest = pairs.subList(Math.max(0, pairs.size() - LANES), pairs.size());
        if (newest.isEmpty()) {
            return Html.NONE;
        }
        Instant start = newest.get(0).issuedAt();
        Instant end = now;
        for (IssuedPair pair : newest) {
            Instant access = pair.tokens().accessExpiresAt();
            end = pair.endedAt() == null && access.isAfter(end) ? access : end;
        }
        double seconds = Math.max(60, Duration.between(start, end).toSeconds() * 1.1);
        return new TimeLine(start, now, seconds).draw(newest);
    }

    private Html draw(List<IssuedPair> pairs) {
        Html lanes = Html.NONE;
        for (int i = 0; i < pairs.size(); i++) {
            lanes = Html.of("{}{}", lanes, lane(pairs.get(i), LANE * i + 8));
        }
        int height = LANE * pairs.size() + 34;
        return Html.of(
                """
                <div class="scroll" tabindex="0" role="group" aria-label="Time line of the token pairs">
                <svg class="timeline" viewBox="0 0 {} {}" role="img" aria-label="{} token pairs over {}">
                {}<line class="now" x1="{}" y1="0" x2="{}" y2="{}"/>
                <text x="{}" y="{}" text-anchor="middle">now</text>
                </svg>
                </div>
                <p class="legend quiet"><span class="key access"></span> access token valid
                <span class="key refresh"></span> only the refresh token valid</p>
                """,
                LEFT + WIDTH + RIGHT,
                height,
                pairs.size(),
                Times.length(Duration.ofSeconds((long) seconds)),
                lanes,
                x(now),
                x(now),
                height - 20,
                x(now),
                height - 5);
    }

    private Html lane(IssuedPair pair, int y) {
        Instant end = pair.endedAt() == null ? pair.tokens().refreshExpiresAt() : pair.endedAt();
        Instant access = earlier(pair.tokens().accessExpiresAt(), end);
        return Html.of(
                """
                <text x="0" y="{}">pair {}</text>
                <rect class="refresh" x="{}" y="{}" width="{}" height="12" rx="2"/>
                <rect class="access" x="{}" y="{}" width="{}" height="12" rx="2"/>
                <text x="{}" y="{}">{}</text>
                """,
                y + 11,
                pair.tokens().number(),
                x(pair.issuedAt()),
                y,
                width(pair.issuedAt(), end),
                x(pair.issuedAt()),
                y,
                width(pair.issuedAt(), access),
                number(place(end) + 6),
                y + 11,
                state(pair));
    }

    static String state(IssuedPair pair) {
        IssuedPair.End end = pair.end();
        return end == null ? "accepted" : Names.of(end).replace('-', ' ');
    }

    private String x(Instant instant) {
        return number(place(instant));
    }

    private String width(Instant from, Instant to) {
        return number(Math.max(2, place(to) - place(from)));
    }

    /** What lies beyond the right edge is drawn at it. */
    private double place(Instant instant) {
        double share = Duration.between(start, instant).toMillis() / 1000.0 / seconds;
        return LEFT + WIDTH * Math.min(1, Math.max(0, share));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
