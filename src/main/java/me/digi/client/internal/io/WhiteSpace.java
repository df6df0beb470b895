package me.digi.client.internal.io;

/** What {@code String.isBlank} and {@code String.strip} do, which Android 8 does not have. */
public final class WhiteSpace {
    private WhiteSpace() {}

    /** Whether the text is empty, or white space alone. */
    public static boolean isBlank(String text) {
        return strip(text).isEmpty();
    }

    /** The text without the white space at its beginning and end. */
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
