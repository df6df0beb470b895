package me.digi.client.sandbox.internal.json;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes JSON. Not thread-safe. */
final class JsonWriter {
    private final StringBuilder out;
    private final boolean indented;
    private int depth;

    JsonWriter(StringBuilder out, boolean indented) {
        this.out = out;
        this.indented = indented;
    }

    void write(@Nullable Object value) {
        if (value instanceof Map<?, ?> object) {
            out.append('{');
            boolean first = true;
            depth++;
            for (Map.Entry<?, ?> member : object.entrySet()) {
                separate(first);
                first = false;
                quote(String.valueOf(member.getKey()));
                out.append(indented ? ": " : ":");
                write(member.getValue());
            }
            end(first, '}');
        } else if (value instanceof List<?> items) {
            out.append('[');
            boolean first = true;
            depth++;
            for (Object item : items) {
                separate(first);
                first = false;
                write(item);
            }
            end(first, ']');
        } else if (value == null || value instanceof Number || value instanceof Boolean) {
            out.append(value);
        } else if (value instanceof String string) {
            quote(string);
        } else {
            throw new IllegalArgumentException("not a JSON value: " + value.getClass());
        }
    }

    static String quoted(String string) {
        StringBuilder text = new StringBuilder();
        new JsonWriter(text, false).quote(string);
        return text.toString();
    }

    private void separate(boolean first) {
        if (!first) {
            out.append(',');
        }
        breakLine();
    }

    private void end(boolean empty, char end) {
        depth--;
        if (!empty) {
            breakLine();
        }
        out.append(end);
    }

    private void breakLine() {
        if (indented) {
            out.append('\n').append("  ".repeat(depth));
        }
    }

    private void quote(String string) {
        out.append('"');
        for (int i = 0; i < string.length(); i++) {
            char next = string.charAt(i);
            switch (next) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    // Line and paragraph separators end a line in JavaScript, and would break server-sent events.
                    if (next < ' ' || next == '\u2028' || next == '\u2029') {
                        out.append("\\u").append(Integer.toHexString(0x10000 | next), 1, 5);
                    } else {
                        out.append(next);
                    }
                }
            }
        }
        out.append('"');
    }
}
