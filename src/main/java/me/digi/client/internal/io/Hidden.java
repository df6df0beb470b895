package me.digi.client.internal.io;

import java.util.Objects;

/**
 * A secret in a value whose fields are generated. Prints as {@code ***}; JSON libraries skip it, since its field is
 * transient and has no getter.
 */
public final class Hidden<T> {
    private final transient T value;

    public Hidden(T value) {
        this.value = value;
    }

    public T value() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hidden<?> hidden && Objects.equals(hidden.value, value);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(value);
    }

    @Override
    public String toString() {
        return "***";
    }
}
