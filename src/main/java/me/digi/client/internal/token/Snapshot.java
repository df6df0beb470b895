package me.digi.client.internal.token;

/** A grant's state as the store had it, and the version that a write has to be based on. */
record Snapshot(long version, GrantState state) {
    /** Nothing is stored yet. */
    static final long NONE = 0;
}
