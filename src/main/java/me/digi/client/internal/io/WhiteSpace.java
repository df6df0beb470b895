package me.digi.client.internal.io;

/** {@code String.isBlank} and {@code String.strip}, which Android 8 lacks. */
public final class WhiteSpace {
    private WhiteSpace() {}

    public static boolean isBlank(String text) {
        return strip(text).isEmpty();
    }

    public static String strip(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }
}
