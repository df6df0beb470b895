package me.digi.client.sandbox.internal.state;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * The tokens whose expiry is nearest to a time.
 *
 * @param shown in the order of their expiry
 * @param count the number of all tokens
 */
public record Expiring(List<Token> shown, int count) {
    /** Finds tokens of live pairs, of users whose id contains the text. */
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

    public record Token(IssuedToken.Kind kind, Instant at, String userId, String contractId) {}
}
