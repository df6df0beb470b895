package me.digi.client.internal.wire;

/**
 * A described member of a model.
 *
 * @param isRequired whether it is a problem if it is missing
 * @param isDecisive whether a lenient model cannot be used without it
 */
record Member(String name, ValueAdapter<?> adapter, boolean isRequired, boolean isDecisive) {
    static Member of(String name, ValueAdapter<?> adapter, boolean isRequired) {
        return new Member(name, adapter, isRequired, false);
    }

    static Member ofDecisive(String name, ValueAdapter<?> adapter, boolean isRequired) {
        return new Member(name, adapter, isRequired, true);
    }
}
