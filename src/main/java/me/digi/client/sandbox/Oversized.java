package me.digi.client.sandbox;

/** A response that is right, followed by white space until it has that many bytes. */
public record Oversized(long bytes) implements Fault {}
