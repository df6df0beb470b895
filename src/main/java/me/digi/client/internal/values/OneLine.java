package me.digi.client.internal.values;

/** Makes a text of somebody else fit for a message: a line break would forge lines in a log, a page would fill it. */
public final class OneLine {
    private static final int MAX_LENGTH = 300;

    private OneLine() {}

    /** The text with a space for each control character, cut where it gets long. */
    public static String of(String text) {
        boolean isLong = text.length() > MAX_LENGTH;
        StringBuilder line = new StringBuilder(isLong ? text.substring(0, MAX_LENGTH) : text);
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (Character.isISOControl(c) || c == '\u2028' || c == '\u2029') {
                line.setCharAt(i, ' ');
            }
        }
        return isLong ? line.append('…').toString() : line.toString();
    }
}
