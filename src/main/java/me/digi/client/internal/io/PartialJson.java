package me.digi.client.internal.io;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads only the wanted members of a JSON object, so that nothing unexpected in others fails the whole. The text must
 * still be one valid JSON object; a leading byte order mark is skipped.
 *
 * <p>Numbers of any length stay as written ({@link Numeral}). A duplicate of a wanted member is {@link Ambiguous},
 * since parsers resolve duplicates differently.
 */
public final class PartialJson {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final Pattern SHORT_NUMBER = Pattern.compile("-?[0-9]{1,30}(\\.[0-9]{1,30})?([eE][+-]?[0-9]{1,2})?");

    private PartialJson() {}

    public record Numeral(String text) {}

    /** The value of a duplicate member. */
    public enum Ambiguous {
        TWICE
    }

    /**
     * Reads the wanted members, at any depth, as {@link Map}, {@link List}, {@link String}, {@link Numeral}, {@link
     * Boolean}, {@link Ambiguous} and {@code null}.
     *
     * @throws JsonException if the text is not one JSON object
     */
    public static Map<String, @Nullable Object> readObject(String text, Set<String> wanted) {
        return Json.object(Json.read(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text, wanted));
    }

    /** The value as a number, also if it is text; null for other values and implausible numbers. */
    public static @Nullable BigDecimal number(@Nullable Object value) {
        String text = value instanceof Numeral numeral ? numeral.text() : value instanceof String string ? string : "";
        return SHORT_NUMBER.matcher(text).matches() ? new BigDecimal(text) : null;
    }
}
