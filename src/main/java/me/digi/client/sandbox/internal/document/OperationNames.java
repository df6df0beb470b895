package me.digi.client.sandbox.internal.document;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import me.digi.client.sandbox.Operation;
import me.digi.client.sandbox.internal.json.Shape;

/** The names of operations in the API description: {@code LIST_ACCOUNTS} is {@code listAccounts}. */
public final class OperationNames {
    private OperationNames() {}

    public static String of(Operation operation) {
        String[] words = operation.name().toLowerCase(Locale.ROOT).split("_", -1);
        StringBuilder name = new StringBuilder(words[0]);
        for (int i = 1; i < words.length; i++) {
            name.append(Character.toUpperCase(words[i].charAt(0))).append(words[i], 1, words[i].length());
        }
        return name.toString();
    }

    /**
     * Returns the operation of a name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Operation read(String name) {
        return Arrays.stream(Operation.values())
                .filter(operation -> of(operation).equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown operation: " + name));
    }

    public static List<String> all() {
        return Arrays.stream(Operation.values()).map(OperationNames::of).toList();
    }

    public static Shape shape() {
        return Shape.oneOf(all().toArray(new String[0]));
    }
}
