package me.digi.client.sandbox;

/** A correct response, followed by white space up to {@code bytes}. */
public record Oversized(long bytes) implements Fault {}
