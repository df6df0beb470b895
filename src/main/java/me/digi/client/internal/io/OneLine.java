package me.digi.client.internal.io;

/** Makes foreign text safe for messages: line breaks could forge log lines, long text could fill the log. */
public final class OneLine {
    private static final int MAX_LENGTH = 300;

    private OneLine() {}

    /** The text on one line, truncated if long. */
    public static String of(String text) {
        if (text.length() <= MAX_LENGTH) {
            return whole(text);
        }
        int end = Character.isHighSurrogate(text.charAt(MAX_LENGTH - 1)) ? MAX_LENGTH - 1 : MAX_LENGTH;
        return whole(text.substring(0, end)) + '…';
    }

    /**
     * The whole text, with control, format and line-breaking characters replaced by spaces. Those include the ones that
     * change the direction of text.
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
