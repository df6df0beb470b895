package me.digi.client.internal.io;

/** Makes a text of somebody else fit for a message: a line break would forge lines in a log, a page would fill it. */
public final class OneLine {
    private static final int MAX_LENGTH = 300;

    private OneLine() {}

    /** The text on one line, cut where it gets long. */
    public static String of(String text) {
        if (text.length() <= MAX_LENGTH) {
            return whole(text);
        }
        int end = Character.isHighSurrogate(text.charAt(MAX_LENGTH - 1)) ? MAX_LENGTH - 1 : MAX_LENGTH;
        return whole(text.substring(0, end)) + '…';
    }

    /**
     * All of the text, with a space for each character that breaks lines, drives a terminal or is not seen, such as the ones
     * that make text run from right to left.
     */
    public static String whole(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints().forEach(c -> line.appendCodePoint(isShown(c) ? c : ' '));
        return line.toString();
    }

    private static boolean isShown(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
