package me.digi.client.contract;

import java.util.Objects;
import me.digi.client.internal.io.OneLine;
import me.digi.client.internal.io.Require;

/**
 * What a contract lets an application do.
 *
 * @param value as the service spells it
 */
public record AccessType(String value) {
    /** Read data. */
    public static final AccessType READ = new AccessType("r");

    /** Push data. */
    public static final AccessType WRITE = new AccessType("w");

    /** Any type, known here or not. */
    public AccessType {
        Require.text("value", Objects.requireNonNull(value, "value"));
    }

    @Override
    public String toString() {
        return OneLine.of(value);
    }
}
