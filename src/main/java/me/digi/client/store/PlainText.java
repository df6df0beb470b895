package me.digi.client.store;

import java.util.OptionalInt;
import java.util.function.IntPredicate;

/**
 * Finds characters that stores cannot return unchanged: unpaired surrogates have no UTF-8, and PostgreSQL rejects
 * NUL.
 */
final class PlainText {
    private PlainText() {}

    /** The index of the first unpaired surrogate or otherwise rejected character. */
    static OptionalInt find(String text, IntPredicate rejected) {
        for (int at = 0; at < text.length(); at++) {
            int character = text.codePointAt(at);
            if (Character.isSupplementaryCodePoint(character)) {
                at++;
            } else if (Character.isSurrogate((char) character) || rejected.test(character)) {
                return OptionalInt.of(at);
            }
        }
        return OptionalInt.empty();
    }
}
