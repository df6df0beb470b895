package me.digi.client.internal.crypto;

import java.util.Random;

/** Random alphanumeric strings, for nonces and code verifiers. */
public record RandomStrings(Random random) {
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private static final int LENGTH = 32;

    /** 32 random characters of {@code [a-zA-Z0-9]}: about 190 bits. Draws bytes together, since each draw locks. */
    public String next() {
        StringBuilder text = new StringBuilder(LENGTH);
        byte[] bytes = new byte[LENGTH + LENGTH / 4];
        while (true) {
            random.nextBytes(bytes);
            for (byte drawn : bytes) {
                int index = drawn & 63;
                if (index < ALPHABET.length()) {
                    text.append(ALPHABET.charAt(index));
                }
                if (text.length() == LENGTH) {
                    return text.toString();
                }
            }
        }
    }
}
