package me.digi.client.internal.oauth;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.internal.crypto.Sha256;

/**
 * Identifies the token pairs that were replaced last, newest last, without storing them.
 *
 * @param text about 130 bits of SHA-256 of each, followed by a space, to save memory
 */
public record Fingerprints(String text) {
    public static final Fingerprints NONE = new Fingerprints("");

    private static final int CHARS = 22;
    /** Covers a pair that an application kept for weeks. */
    private static final int MAX_CHARS = 32 * (CHARS + 1);

    public static Fingerprints of(Collection<String> prints) {
        return new Fingerprints(prints.stream().map(print -> print + " ").collect(Collectors.joining()));
    }

    /** Newest last. */
    public List<String> list() {
        return text.isEmpty() ? List.of() : List.of(text.split(" "));
    }

    public boolean contains(UserAccessToken pair) {
        return text.contains(of(pair));
    }

    public boolean containsAnyOf(Fingerprints others) {
        return others.list().stream().anyMatch(print -> text.contains(print + " "));
    }

    /** The fingerprints after the given pair's. */
    public Fingerprints after(UserAccessToken pair) {
        String print = of(pair);
        return new Fingerprints(text.substring(text.lastIndexOf(print) + print.length()));
    }

    /** Adds a pair that was replaced. */
    public Fingerprints replaced(UserAccessToken pair, UserAccessToken by) {
        String all = text.replace(of(by), "") + of(pair);
        return new Fingerprints(all.substring(Math.max(0, all.length() - MAX_CHARS)));
    }

    private static String of(UserAccessToken pair) {
        String tokens = pair.refreshToken().value() + "\n" + pair.accessToken().value();
        return Sha256.base64Url(tokens).substring(0, CHARS) + " ";
    }
}
