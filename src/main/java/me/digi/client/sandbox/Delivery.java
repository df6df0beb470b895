package me.digi.client.sandbox;

/** How a response fails in transit. */
public enum Delivery implements Fault {
    /** The connection is closed without a response; the operation is not carried out. */
    DROP_BEFORE,
    /** The operation is carried out, and the connection closed without a response. */
    DROP_AFTER,
    /** The operation is carried out, and its response held back until {@link Sandbox#release()}. */
    STALL,
    /** The operation is carried out, and half of {@code Content-Length} is sent. */
    TRUNCATE
}
