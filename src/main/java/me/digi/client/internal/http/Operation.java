package me.digi.client.internal.http;

/**
 * An operation of the API. The constants of the generated interfaces are the only place where one is named.
 *
 * @param id how errors and logs name it, as {@code api-spec} does
 * @param repeatability whether a request may be sent a second time after a failure
 */
public record Operation(String id, Repeatability repeatability) {}
