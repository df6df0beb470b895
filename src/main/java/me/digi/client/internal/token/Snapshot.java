package me.digi.client.internal.token;

/** A grant's state as the store had it, and the version that a write has to be based on. */
record Snapshot(long version, GrantState state) {
    /** Nothing is stored yet. */
    static final long NONE = 0;

    /** Whether this says something that was not known with that one; an older pair never does. */
    boolean isNewsAfter(Snapshot known) {
        return state.holds(known.state.token()) ? version > known.version : !known.state.hasSuperseded(state.token());
    }
}
