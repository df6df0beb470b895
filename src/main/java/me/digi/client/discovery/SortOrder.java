package me.digi.client.discovery;

/** The order of a list. */
public enum SortOrder {
    /** From A to Z. */
    ASCENDING,
    /** From Z to A. */
    DESCENDING
}
