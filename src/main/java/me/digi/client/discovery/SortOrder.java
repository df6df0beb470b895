package me.digi.client.discovery;

/** Which way a list is sorted. */
public enum SortOrder {
    /** From A to Z. */
    ASCENDING,
    /** From Z to A. */
    DESCENDING
}
