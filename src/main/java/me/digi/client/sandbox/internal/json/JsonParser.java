package me.digi.client.sandbox.internal.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Parses one JSON text, strictly by RFC 8259. Not thread-safe. */
final class JsonParser {
    private static final int MAX_DEPTH = 100;
    private static final String ESCAPES = "\"\\/bfnrt";
    private static final String ESCAPED = "\"\\/\b\f\n\r\t";

    private final String text;
    private int at;
    private int depth;

    JsonParser(String text) {
        this.text = text;
    }

    Map<String, @Nullable Object> object() {
        skipSpace();
        if (peek() != '{') {
            throw new NotJsonException("it is not a JSON object");
        }
        Map<String, @Nullable Object> object = members();
        skipSpace();
        if (at < text.length()) {
            throw unexpected();
        }
        return object;
    }

    private @Nullable Object value() {
        skipSpace();
        return switch (peek()) {
            case '{' -> members();
            case '[' -> items();
            case '"' -> string();
            case 't' -> literal("true", true);
            case 'f' -> literal("false", false);
            case 'n' -> literal("null", null);
            default -> number();
        };
    }

    private Map<String, @Nullable Object> members() {
        enter();
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        for (boolean more = !ends('}'); more; more = continues('}')) {
            skipSpace();
            if (peek() != '"') {
                throw unexpected();
            }
            String name = string();
            skipSpace();
            expect(':');
            if (members.containsKey(name)) {
                throw new NotJsonException("the name " + JsonWriter.quoted(name) + " occurs twice in an object");
            }
            members.put(name, value());
        }
        depth--;
        return members;
    }

    private List<@Nullable Object> items() {
        enter();
        List<@Nullable Object> items = new ArrayList<>();
        for (boolean more = !ends(']'); more; more = continues(']')) {
            items.add(value());
        }
        depth--;
        return items;
    }

    private void enter() {
        at++;
        if (++depth > MAX_DEPTH) {
            throw new NotJsonException("it is nested more than " + MAX_DEPTH + " levels deep");
        }
    }

    /** Whether an object or array ends before its first item. */
    private boolean ends(char end) {
        skipSpace();
        if (peek() != end) {
            return false;
        }
        at++;
        return true;
    }

    private boolean continues(char end) {
        skipSpace();
        if (peek() == end) {
            at++;
            return false;
        }
        expect(',');
        return true;
    }

    private String string() {
        at++;
        StringBuilder string = new StringBuilder();
        for (char next = next(); next != '"'; next = next()) {
            if (next < ' ') {
                throw new NotJsonException("a string has an unescaped control character at " + at);
            }
            string.append(next == '\\' ? escaped() : next);
        }
        return string.toString();
    }

    private char escaped() {
        char kind = next();
        if (kind == 'u') {
            int from = at;
            at = Math.min(at + 4, text.length());
            String digits = text.substring(from, at);
            if (!digits.matches("[0-9a-fA-F]{4}")) {
                throw unexpected();
            }
            return (char) Integer.parseInt(digits, 16);
        }
        int index = ESCAPES.indexOf(kind);
        if (index < 0) {
            throw unexpected();
        }
        return ESCAPED.charAt(index);
    }

    private Object number() {
        int from = at;
        if (peek() == '-') {
            at++;
        }
        int first = at;
        int digits = digits();
        if (digits == 0 || (digits > 1 && text.charAt(first) == '0')) {
            throw unexpected();
        }
        boolean whole = true;
        if (peek() == '.') {
            at++;
            whole = false;
            needDigits();
        }
        if (peek() == 'e' || peek() == 'E') {
            at++;
            whole = false;
            if (peek() == '+' || peek() == '-') {
                at++;
            }
            needDigits();
        }
        String number = text.substring(from, at);
        if (whole && digits < 19) {
            return Long.parseLong(number);
        }
        double value = Double.parseDouble(number);
        if (Double.isInfinite(value)) {
            throw new NotJsonException("a number is too large");
        }
        return value;
    }

    private int digits() {
        int from = at;
        while (peek() >= '0' && peek() <= '9') {
            at++;
        }
        return at - from;
    }

    private void needDigits() {
        if (digits() == 0) {
            throw unexpected();
        }
    }

    private @Nullable Object literal(String word, @Nullable Object value) {
        if (!text.startsWith(word, at)) {
            throw unexpected();
        }
        at += word.length();
        return value;
    }

    private void skipSpace() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    /** The next character, or 0 at the end, which is not valid in JSON. */
    private char peek() {
        return at < text.length() ? text.charAt(at) : 0;
    }

    private char next() {
        if (at == text.length()) {
            throw unexpected();
        }
        return text.charAt(at++);
    }

    private void expect(char expected) {
        if (peek() != expected) {
            throw unexpected();
        }
        at++;
    }

    private NotJsonException unexpected() {
        return new NotJsonException(at >= text.length() ? "it ends too early" : "unexpected character at " + at);
    }
}
