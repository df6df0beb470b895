package me.digi.client.internal.token.schedules;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.error.DigiMeException;
import me.digi.client.error.NetworkException;
import me.digi.client.error.UnexpectedResponseException;
import me.digi.client.error.VerificationException;
import me.digi.client.error.VerificationException.Check;
import me.digi.client.internal.oauth.ReadResult;
import me.digi.client.internal.oauth.TokenResponse;
import org.jspecify.annotations.Nullable;

/** The keys that one process has fetched, and when. */
final class KeyCache implements ResponseReader {
    private static final long NEVER = -1;
    private static final Duration PAUSE_AFTER_FRUITLESS_LOOKUP = Duration.ofMinutes(1);
    private static final Duration LONGEST_LOOKUP = Duration.ofSeconds(3);

    private final SimulatedProcess process;
    private final TokenSchedule schedule;
    private final SigningKeys keys;
    private final Map<String, Long> fruitless = new HashMap<>();
    private long fetchedAt = NEVER;

    KeyCache(SimulatedProcess process, TokenSchedule schedule, SigningKeys keys) {
        this.process = process;
        this.schedule = schedule;
        this.keys = keys;
    }

    @Override
    public void prepare() {
        if (fetchedAt == NEVER) {
            fetch();
        }
    }

    @Override
    public ReadResult read(TokenResponse response, @Nullable UserAccessToken old) {
        String text = response.token();
        if (keys.hasNoKeyId(text)) {
            return new ReadResult.Unreadable(failure(response, Check.KEY_ID));
        }
        if (keys.isKnownAsBad(text, fetchedAt)) {
            return new ReadResult.Unreadable(failure(response, Check.SIGNATURE));
        }
        if (fetchedAt == NEVER || fetchedAt < keys.readableFrom(text)) {
            return new ReadResult.Unverified(failure(response, Check.KEY_ID));
        }
        return new ReadResult.Pair(keys.pair(text));
    }

    @Override
    public ReadResult readAfterLookup(TokenResponse response, @Nullable UserAccessToken old) {
        process.step();
        ReadResult reading = read(response, old);
        Long last = fruitless.get(response.token());
        boolean isPaused = last != null && schedule.fibers.now() - last < PAUSE_AFTER_FRUITLESS_LOOKUP.toNanos();
        if (!(reading instanceof ReadResult.Unverified) || isPaused) {
            return reading;
        }
        fetch();
        ReadResult after = read(response, old);
        if (after instanceof ReadResult.Unverified) {
            fruitless.put(response.token(), fetchedAt);
        }
        return after;
    }

    private void fetch() {
        Fibers fibers = schedule.fibers;
        process.sleep(fibers.chance(0.5) ? Duration.ZERO : fibers.upTo(LONGEST_LOOKUP));
        if (schedule.failsToFetchKeys()) {
            fibers.note(process + " cannot fetch keys");
            throw switch (fibers.lot(3)) {
                case 0 -> NetworkException.notSent("fetchSigningKeys", null);
                case 1 -> NetworkException.noResponse("fetchSigningKeys", null);
                default -> new UnexpectedResponseException("fetchSigningKeys", 200, "body", "malformed or redirected");
            };
        }
        fetchedAt = fibers.now();
        fibers.note(process + " fetches keys");
    }

    private static DigiMeException failure(TokenResponse response, Check check) {
        return new VerificationException(response.operation(), check, "model");
    }
}
