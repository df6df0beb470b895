package me.digi.client.internal.token.schedules;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import me.digi.client.auth.UserAccessToken;

/** How a server signs its responses: with a key that is at hand, new, published late or never, or not at all. */
final class SigningKeys {
    private static final String PREFIX = "response-";
    private static final Duration SOON = Duration.ofMinutes(9);
    private static final Duration LATE = Duration.ofMinutes(25);

    private final Fibers fibers;
    private final BooleanSupplier isOdd;
    private final List<Response> responses = new ArrayList<>();
    private long newestKeyFrom;

    private enum Signature {
        GOOD,
        BAD,
        NONE
    }

    private record Response(UserAccessToken pair, Signature signature, long keyFrom, long sentAt) {}

    SigningKeys(Fibers fibers, BooleanSupplier isOdd) {
        this.fibers = fibers;
        this.isOdd = isOdd;
    }

    String sign(UserAccessToken pair) {
        Response response = isOdd.getAsBoolean() ? odd(pair) : good(pair, newestKeyFrom);
        responses.add(response);
        return PREFIX + responses.size() + ".";
    }

    UserAccessToken pair(String response) {
        return find(response).pair;
    }

    long readableFrom(String response) {
        Response found = find(response);
        return found.signature == Signature.GOOD ? found.keyFrom : Long.MAX_VALUE;
    }

    boolean isBeyondReading(String response) {
        return find(response).signature != Signature.GOOD;
    }

    boolean hasNoKeyId(String response) {
        return find(response).signature == Signature.NONE;
    }

    /** Whether keys that were fetched then show that the signature is bad. */
    boolean isKnownAsBad(String response, long keysFetchedAt) {
        Response found = find(response);
        return found.signature == Signature.BAD && keysFetchedAt >= found.sentAt;
    }

    private Response odd(UserAccessToken pair) {
        long now = fibers.now();
        switch (fibers.lot(7)) {
            case 0 -> {
                return new Response(pair, Signature.NONE, Long.MAX_VALUE, now);
            }
            case 1 -> {
                return new Response(pair, Signature.BAD, Long.MAX_VALUE, now);
            }
            case 2 -> {
                return good(pair, Long.MAX_VALUE);
            }
            case 3 -> {
                return good(pair, now + fibers.upTo(SOON).toNanos());
            }
            case 4 -> {
                return good(
                        pair,
                        now + SOON.toNanos() + fibers.upTo(LATE.minus(SOON)).toNanos());
            }
            default -> {
                newestKeyFrom = now;
                return good(pair, now);
            }
        }
    }

    private Response good(UserAccessToken pair, long keyFrom) {
        return new Response(pair, Signature.GOOD, keyFrom, fibers.now());
    }

    private Response find(String response) {
        return responses.get(Integer.parseInt(response.substring(PREFIX.length(), response.length() - 1)) - 1);
    }
}
