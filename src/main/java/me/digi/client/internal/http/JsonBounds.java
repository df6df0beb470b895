package me.digi.client.internal.http;

import java.io.IOException;
import okio.BufferedSource;

/**
 * Rejects JSON of more parts than any response of digi.me has, in one pass and before anything is made of it; and white space
 * and numbers without end, which the parser goes through in the square of their length.
 */
final class JsonBounds {
    /** Ten times what a list of ten thousand files takes. */
    private static final int MOST_CONTAINERS = 200_000;

    private static final int MOST_VALUES = 2_000_000;

    /** Beyond what anybody writes between two signs of JSON, and quick to go through for all that. */
    private static final int LONGEST_RUN = 1 << 20;

    private static final int BUFFER_BYTES = 8192;

    private int containers;
    private int values;
    private int run;
    private boolean isText;
    private boolean isEscaped;

    private JsonBounds() {}

    /**
     * Counts objects, lists and values, and leaves the source as it is.
     *
     * @throws MalformedResponseException if there are too many, or one is too long
     */
    static void check(BufferedSource source) throws IOException {
        JsonBounds bounds = new JsonBounds();
        BufferedSource ahead = source.peek();
        byte[] bytes = new byte[BUFFER_BYTES];
        for (int count = ahead.read(bytes); count >= 0; count = ahead.read(bytes)) {
            for (int i = 0; i < count; i++) {
                bounds.count(bytes[i]);
                if (bounds.run > LONGEST_RUN) {
                    throw new MalformedResponseException(
                            "$", "the response has a number or white space that is too long");
                }
            }
            if (bounds.containers > MOST_CONTAINERS || bounds.values > MOST_VALUES) {
                throw new MalformedResponseException("$", "the response has too many entries");
            }
        }
    }

    private void count(byte character) {
        if (isText) {
            isText = isEscaped || character != '"';
            isEscaped = !isEscaped && character == '\\';
            return;
        }
        run++;
        switch (character) {
            case '"' -> begin(true);
            case '{', '[' -> {
                containers++;
                begin(false);
            }
            case ',' -> {
                values++;
                begin(false);
            }
            case '}', ']', ':' -> begin(false);
            default -> {
                // A part of a number, or of true, false and null, or white space.
            }
        }
    }

    private void begin(boolean withText) {
        isText = withText;
        run = 0;
    }
}
