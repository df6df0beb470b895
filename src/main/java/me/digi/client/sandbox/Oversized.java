package me.digi.client.sandbox;

/** An answer that is right, followed by white space until it has that many bytes. */
public record Oversized(long bytes) implements Fault {}
