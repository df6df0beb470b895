package me.digi.client.internal.content;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import me.digi.client.error.FileException.Problem;
import me.digi.client.internal.crypto.DamagedFileException;
import org.jspecify.annotations.Nullable;

/**
 * The members of an object in a file's metadata: each is asked for by its type, and what was not asked for is what this
 * version does not know. A member that is null counts as absent. For one thread.
 */
final class Members {
    private final String path;
    private final Map<String, Object> left = new LinkedHashMap<>();

    Members(String path, Map<?, ?> members) {
        this.path = path;
        members.forEach((name, value) -> {
            if (value != null) {
                left.put((String) name, value);
            }
        });
    }

    /** What was not asked for. */
    Map<String, Object> unknown() {
        return left;
    }

    boolean has(String name) {
        return left.containsKey(name);
    }

    String text(String name) throws DamagedFileException {
        return required(name, optionalText(name));
    }

    @Nullable
    String optionalText(String name) throws DamagedFileException {
        return optional(name, String.class);
    }

    long number(String name) throws DamagedFileException {
        return required(name, optionalNumber(name));
    }

    @Nullable
    Long optionalNumber(String name) throws DamagedFileException {
        return optional(name, Long.class);
    }

    Members object(String name) throws DamagedFileException {
        return new Members(path + "." + name, required(name, optional(name, Map.class)));
    }

    /** The texts of a list; none if it is absent. */
    List<String> texts(String name) throws DamagedFileException {
        return items(name, String.class);
    }

    /** The numbers of a list; none if it is absent. */
    List<Long> numbers(String name) throws DamagedFileException {
        return items(name, Long.class);
    }

    /** The objects of a list; none if it is absent. */
    List<Members> objects(String name) throws DamagedFileException {
        List<Members> objects = new ArrayList<>();
        for (Map<?, ?> item : items(name, Map.class)) {
            objects.add(new Members(path + "." + name + "[" + objects.size() + "]", item));
        }
        return objects;
    }

    private <T> List<T> items(String name, Class<T> type) throws DamagedFileException {
        List<?> list = optional(name, List.class);
        List<T> items = new ArrayList<>();
        if (list != null) {
            for (Object item : list) {
                items.add(typed(name + "[" + items.size() + "]", item, type));
            }
        }
        return items;
    }

    private <T> @Nullable T optional(String name, Class<T> type) throws DamagedFileException {
        Object value = left.remove(name);
        return value == null ? null : typed(name, value, type);
    }

    private <T> T typed(String name, @Nullable Object value, Class<T> type) throws DamagedFileException {
        if (!type.isInstance(value)) {
            throw malformed(name, "is of the wrong type");
        }
        return type.cast(value);
    }

    private <T> T required(String name, @Nullable T value) throws DamagedFileException {
        if (value == null) {
            throw malformed(name, "is missing");
        }
        return value;
    }

    private DamagedFileException malformed(String name, String what) {
        return new DamagedFileException(Problem.METADATA_MALFORMED, path + "." + name + " " + what);
    }
}
