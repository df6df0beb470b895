package me.digi.client.sandbox;

/** What happens to the connection. */
public enum Delivery implements Fault {
    /** The connection is closed without a response, and the operation was not carried out. */
    DROP_BEFORE,
    /** The operation is carried out, then the connection is closed without a response. */
    DROP_AFTER,
    /** The operation is carried out, and its response held back until {@link Sandbox#release()}. */
    STALL,
    /** The operation is carried out; half of the bytes that {@code Content-Length} promises arrive. */
    TRUNCATE
}
