package me.digi.client.store;

import java.util.OptionalInt;
import java.util.function.IntPredicate;

/** Finds what a store could not give back as it was: half a surrogate pair has no UTF-8, and PostgreSQL takes no NUL. */
final class PlainText {
    private PlainText() {}

    /** Where the first half of a surrogate pair stands alone, or the first character that is rejected besides. */
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
