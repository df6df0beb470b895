package me.digi.client.sandbox.internal.document;

import java.util.Arrays;
import java.util.Locale;
import me.digi.client.sandbox.internal.json.Shape;

/** Constants as JSON has them: {@code CUT_CONNECTION} is {@code cut-connection}. */
public final class Names {
    private Names() {}

    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The constant of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static <E extends Enum<E>> E read(Class<E> type, String name) {
        return Enum.valueOf(type, name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** One of the names. */
    public static Shape shape(Enum<?>... constants) {
        return Shape.oneOf(Arrays.stream(constants).map(Names::of).toArray(String[]::new));
    }
}
