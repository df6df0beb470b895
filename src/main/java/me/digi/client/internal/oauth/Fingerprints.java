package me.digi.client.internal.oauth;

import java.util.Collection;
import java.util.List;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.internal.crypto.Sha256;

/**
 * The last token pairs that were replaced, the newest last, by which each is recognised without being kept.
 *
 * @param text some 130 bits of SHA-256 of each, with a space after it: a user costs little memory
 */
public record Fingerprints(String text) {
    /** No pairs. */
    public static final Fingerprints NONE = new Fingerprints("");

    private static final int CHARS = 22;
    /** Enough to recognise a pair that an application kept through a holiday. */
    private static final int MOST_CHARS = 32 * (CHARS + 1);

    /** The fingerprints of a stored record. */
    public static Fingerprints of(Collection<String> prints) {
        StringBuilder text = new StringBuilder();
        prints.forEach(print -> text.append(print).append(' '));
        return new Fingerprints(text.toString());
    }

    /** Each fingerprint, the newest last. */
    public List<String> list() {
        return text.isEmpty() ? List.of() : List.of(text.split(" "));
    }

    /** Whether the pair is one of them. */
    public boolean contains(UserAccessToken pair) {
        return text.contains(of(pair));
    }

    /** Whether any of the others is one of them. */
    public boolean containsAnyOf(Fingerprints others) {
        return others.list().stream().anyMatch(print -> text.contains(print + " "));
    }

    /** Those that came after this one. */
    public Fingerprints after(UserAccessToken pair) {
        String print = of(pair);
        return new Fingerprints(text.substring(text.lastIndexOf(print) + print.length()));
    }

    /** With a pair that was just replaced by another one. */
    public Fingerprints replaced(UserAccessToken pair, UserAccessToken by) {
        String all = text.replace(of(by), "") + of(pair);
        return new Fingerprints(all.substring(Math.max(0, all.length() - MOST_CHARS)));
    }

    private static String of(UserAccessToken pair) {
        String tokens = pair.refreshToken().value() + "\n" + pair.accessToken().value();
        return Sha256.base64Url(tokens).substring(0, CHARS) + " ";
    }
}
