package me.digi.client.sandbox.internal.document;

import java.util.Arrays;
import java.util.Locale;
import me.digi.client.sandbox.ContractKind;
import me.digi.client.sandbox.internal.json.Shape;

/** The names of constants in JSON: {@code CUT_CONNECTION} is {@code cut-connection}. */
public final class Names {
    private Names() {}

    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Returns the constant of a name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static <E extends Enum<E>> E read(Class<E> type, String name) {
        return Enum.valueOf(type, name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** What contracts of a kind do, after "it". */
    public static String meaning(ContractKind kind) {
        return switch (kind) {
            case READ -> "reads data";
            case PUSH -> "pushes data";
            case READ_RAW -> "reads pushed files back";
        };
    }

    public static Shape shape(Enum<?>... constants) {
        return Shape.oneOf(Arrays.stream(constants).map(Names::of).toArray(String[]::new));
    }
}
