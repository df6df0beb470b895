package me.digi.client.sandbox.internal.console;

import java.util.LinkedHashMap;
import java.util.Map;
import me.digi.client.sandbox.internal.json.JsonView;
import me.digi.client.sandbox.internal.protocol.Query;
import org.jspecify.annotations.Nullable;

/** A request to the console that was let in. Fields that are empty are left out: nothing was put into them. */
record ConsoleCall(Map<String, String> variables, JsonView query, JsonView form) {
    static ConsoleCall of(Map<String, String> variables, @Nullable String query, String body) {
        return new ConsoleCall(variables, filled(Query.parse(query)), filled(Query.parse(body)));
    }

    String path(String name) {
        String value = variables.get(name);
        if (value == null) {
            throw new IllegalStateException("no variable " + name);
        }
        return value;
    }

    /**
     * A field of the form.
     *
     * @throws IllegalArgumentException if it is empty
     */
    String field(String name) {
        String value = form.optionalText(name);
        if (value == null) {
            throw new IllegalArgumentException(name + " is empty");
        }
        return value;
    }

    private static JsonView filled(JsonView all) {
        Map<String, @Nullable Object> filled = new LinkedHashMap<>();
        all.members().forEach((name, value) -> {
            if (!"".equals(value)) {
                filled.put(name, value);
            }
        });
        return new JsonView(filled);
    }
}
