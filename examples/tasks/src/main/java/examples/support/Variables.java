package examples.support;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What {@link Service} lists: environment variables, or system properties of the same names, which take precedence. */
final class Variables {
    private static final String PREFIX = "DIGIME_";

    private final Map<String, String> values;

    private Variables(Map<String, String> values) {
        this.values = values;
    }

    static Variables ofThisProcess() {
        Map<String, String> values = new TreeMap<>(System.getenv());
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith(PREFIX))
                .forEach(name -> values.put(name, System.getProperty(name)));
        return new Variables(values);
    }

    /** The value, or null if it is not set or blank. */
    @Nullable
    String find(String name) {
        @Nullable String value = values.get(name);
        return value == null || value.isBlank() ? null : value;
    }

    String get(String name, String otherwise) {
        @Nullable String value = find(name);
        return value == null ? otherwise : value;
    }

    String require(String name) {
        @Nullable String value = find(name);
        if (value == null) {
            throw new IllegalStateException(name + " is not set");
        }
        return value;
    }
}
