package me.digi.client.internal.http;

import java.io.IOException;
import okio.BufferedSource;

/**
 * Rejects JSON with too many values, before it is parsed, and overlong white space and numbers, which Moshi parses in
 * quadratic time.
 */
final class JsonBounds {
    /** Ten times a list of ten thousand files. */
    private static final int MAX_CONTAINERS = 200_000;

    private static final int MAX_VALUES = 2_000_000;

    /** Longer than any legitimate one, and still fast to parse. */
    private static final int MAX_RUN = 1 << 20;

    private static final int BUFFER_BYTES = 8192;

    private int containers;
    private int values;
    private int run;
    private boolean isText;
    private boolean isEscaped;

    private JsonBounds() {}

    /**
     * Does not consume the source, of which a byte has arrived.
     *
     * @throws MalformedResponseException if a limit is exceeded
     */
    static void check(BufferedSource source) throws IOException {
        JsonBounds bounds = new JsonBounds();
        BufferedSource ahead = source.peek();
        byte[] bytes = new byte[(int) Math.min(BUFFER_BYTES, source.getBuffer().size())];
        for (int count = ahead.read(bytes); count >= 0; count = ahead.read(bytes)) {
            for (int i = 0; i < count; i++) {
                bounds.count(bytes[i]);
                if (bounds.run > MAX_RUN) {
                    throw new MalformedResponseException(
                            "$", "the response has a number or white space that is too long");
                }
            }
            if (bounds.containers > MAX_CONTAINERS || bounds.values > MAX_VALUES) {
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
                // Part of a number, literal or white space.
            }
        }
    }

    private void begin(boolean withText) {
        isText = withText;
        run = 0;
    }
}
