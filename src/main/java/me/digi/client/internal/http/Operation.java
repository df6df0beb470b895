package me.digi.client.internal.http;

/**
 * An operation of the API, as named by the constants of the generated interfaces.
 *
 * @param id the name in errors, logs and {@code api-spec}
 * @param repeatability whether a request may be repeated after a failure
 * @param pathTemplate the path, without the session keys and ids that a call fills in
 */
public record Operation(String id, Repeatability repeatability, String pathTemplate) {}
