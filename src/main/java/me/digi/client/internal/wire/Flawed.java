package me.digi.client.internal.wire;

import java.util.List;

/** What a response says, read as far as it can be. */
interface Flawed {
    /** What could not be read as described, such as {@code sourceId is not a whole number}; empty if nothing was odd. */
    List<String> problems();
}
