package me.digi.client.internal.wire;

import java.util.List;

/** A model that is read leniently. */
interface HasProblems {
    /** What did not match the description, such as {@code sourceId is not a whole number}. */
    List<String> problems();
}
