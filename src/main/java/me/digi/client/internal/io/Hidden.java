package me.digi.client.internal.io;

import java.util.Objects;

/**
 * Holds a secret inside a value whose fields are generated. It prints as {@code ***}, and JSON libraries find nothing to
 * write: the field is transient, and no getter returns it.
 */
public final class Hidden<T> {
    private final transient T value;

    /** Hides this. */
    public Hidden(T value) {
        this.value = value;
    }

    /** The secret. */
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
