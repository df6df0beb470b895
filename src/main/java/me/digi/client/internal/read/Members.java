package me.digi.client.internal.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import me.digi.client.error.FileException.Problem;
import me.digi.client.internal.crypto.DamagedFileException;
import org.jspecify.annotations.Nullable;

/**
 * Typed access to the members of a metadata object. Members that were not requested are unknown to this version. A null
 * member counts as missing.
 *
 * <p>An unexpected value is a problem and affects only its member; only a <em>decisive</em> member fails if it is
 * missing or of the wrong type. For one thread.
 */
final class Members {
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?[0-9]{1,18}");

    private final String path;
    private final List<String> problems;
    private final Map<String, Object> left = new LinkedHashMap<>();

    Members(Map<?, ?> members) {
        this("$", members, new ArrayList<>());
    }

    private Members(String path, Map<?, ?> members, List<String> problems) {
        this.path = path;
        this.problems = problems;
        members.forEach((name, value) -> {
            if (value != null) {
                left.put((String) name, value);
            }
        });
    }

    /** The members that were not requested. */
    Map<String, Object> unknown() {
        return left;
    }

    /** The problems so far, of nested objects too; quotes no values. */
    List<String> problems() {
        return problems;
    }

    boolean has(String name) {
        return left.containsKey(name);
    }

    /** Text, expected to exist. */
    @Nullable
    String text(String name) {
        reportIfMissing(name);
        return optionalText(name);
    }

    /** Text. Numbers and booleans are converted. */
    @Nullable
    String optionalText(String name) {
        return text(name, left.remove(name));
    }

    /** A whole number, expected to exist. */
    @Nullable
    Long number(String name) {
        reportIfMissing(name);
        return optionalNumber(name);
    }

    /** A whole number, also if written as text. */
    @Nullable
    Long optionalNumber(String name) {
        return number(name, left.remove(name));
    }

    /** Empty if missing. */
    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (Object item : items(name)) {
            String text = text(name, item);
            if (text != null) {
                texts.add(text);
            }
        }
        return texts;
    }

    /** Empty if missing. */
    List<Long> numbers(String name) {
        List<Long> numbers = new ArrayList<>();
        for (Object item : items(name)) {
            Long number = number(name, item);
            if (number != null) {
                numbers.add(number);
            }
        }
        return numbers;
    }

    /** Empty if missing. */
    List<Members> objects(String name) {
        List<Members> objects = new ArrayList<>();
        int index = 0;
        for (Object item : items(name)) {
            if (item instanceof Map<?, ?> object) {
                objects.add(new Members(path + "." + name + "[" + index + "]", object, problems));
            } else {
                report(name, "has an item that is not an object");
            }
            index++;
        }
        return objects;
    }

    /** Text, or null if missing; fails for other values. */
    @Nullable
    String decisiveOptionalText(String name) throws DamagedFileException {
        return has(name) ? decisive(name, String.class) : null;
    }

    /** Text; fails if missing. */
    String decisiveText(String name) throws DamagedFileException {
        String text = optionalText(name);
        if (text == null) {
            throw malformed(name, "is missing");
        }
        return text;
    }

    /** An object; fails for other values. */
    Members decisiveObject(String name) throws DamagedFileException {
        return new Members(path + "." + name, decisive(name, Map.class), problems);
    }

    private <T> T decisive(String name, Class<T> type) throws DamagedFileException {
        Object value = left.remove(name);
        if (value == null) {
            throw malformed(name, "is missing");
        }
        if (!type.isInstance(value)) {
            throw malformed(name, "is of the wrong type");
        }
        return type.cast(value);
    }

    private List<Object> items(String name) {
        Object value = left.remove(name);
        if (value != null && !(value instanceof List<?>)) {
            report(name, "is not a list");
        }
        List<Object> items = new ArrayList<>();
        for (Object item : value instanceof List<?> list ? list : List.of()) {
            if (item == null) {
                report(name, "has an item that is null");
            } else {
                items.add(item);
            }
        }
        return items;
    }

    private @Nullable String text(String name, @Nullable Object value) {
        if (value == null || value instanceof String) {
            return (String) value;
        }
        report(name, "is not text");
        return value instanceof Long || value instanceof Boolean ? value.toString() : null;
    }

    private @Nullable Long number(String name, @Nullable Object value) {
        if (value == null || value instanceof Long) {
            return (Long) value;
        }
        report(name, "is not a whole number");
        return value instanceof String text && WHOLE_NUMBER.matcher(text).matches() ? Long.valueOf(text) : null;
    }

    private void reportIfMissing(String name) {
        if (!has(name)) {
            report(name, "is missing");
        }
    }

    private void report(String name, String what) {
        problems.add((path + "." + name).substring("$.".length()) + " " + what);
    }

    private DamagedFileException malformed(String name, String what) {
        return new DamagedFileException(Problem.METADATA_MALFORMED, path + "." + name + " " + what);
    }
}
