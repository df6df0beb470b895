package me.digi.client.contract;

import me.digi.client.internal.io.OneLine;
import me.digi.client.internal.io.Require;

/** What a contract permits. The service may send values that have no constant here; compare with {@code equals}. */
public record AccessType(String value) {
    public static final AccessType READ = new AccessType("r");

    public static final AccessType WRITE = new AccessType("w");

    public AccessType {
        Require.text("value", value);
    }

    @Override
    public String toString() {
        return OneLine.of(value);
    }
}
