package me.digi.client.internal.crypto;

import java.util.Random;

/** Random alphanumeric strings, for nonces and code verifiers. */
public record RandomStrings(Random random) {
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private static final int LENGTH = 32;

    /** 32 random characters of {@code [a-zA-Z0-9]}: about 190 bits. */
    public String next() {
        StringBuilder text = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }
}
