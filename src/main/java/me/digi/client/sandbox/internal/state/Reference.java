package me.digi.client.sandbox.internal.state;

/**
 * A short-lived reference that stands for an id in the URL of a page.
 *
 * @param type {@code accountId} or {@code cloudId}, a storage
 */
public record Reference(Contract contract, String type, String value) {}
