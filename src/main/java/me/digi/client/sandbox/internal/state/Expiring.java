package me.digi.client.sandbox.internal.state;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * The tokens that expire, or have expired, nearest to a time: few, however many there are.
 *
 * @param shown the soonest first
 * @param count how many there are in all
 */
public record Expiring(List<Token> shown, int count) {
    /** Of the pairs that are accepted, of users whose id has the text. */
    public static Expiring nearest(Grants grants, Instant now, String text, int limit) {
        Comparator<IssuedToken> byDistance =
                Comparator.comparingLong(token -> Math.abs(token.expiresAt().getEpochSecond() - now.getEpochSecond()));
        PriorityQueue<IssuedToken> nearest = new PriorityQueue<>(limit + 1, byDistance.reversed());
        int count = 0;
        for (Grant grant : grants.all()) {
            Pair pair = grant.pair();
            if (pair != null && grant.user().id().contains(text)) {
                for (IssuedToken token : List.of(pair.access(), pair.refresh())) {
                    count++;
                    nearest.add(token);
                    if (nearest.size() > limit) {
                        nearest.remove();
                    }
                }
            }
        }
        return new Expiring(
                nearest.stream()
                        .map(token -> new Token(
                                token.kind(),
                                token.expiresAt(),
                                token.grant().user().id(),
                                token.grant().contract().id()))
                        .sorted(Comparator.comparing(Token::at))
                        .toList(),
                count);
    }

    /** One token. */
    public record Token(IssuedToken.Kind kind, Instant at, String userId, String contractId) {}
}
