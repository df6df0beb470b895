package me.digi.client.auth;

import org.jspecify.annotations.Nullable;

/**
 * The user declined, or something prevented it.
 *
 * @param code why, if the callback says so
 * @param message why a revocation failed, in the service's words and on one line, if the callback says so; untrusted,
 *     since it comes through the browser
 */
public record Refused(@Nullable RefusalCode code, @Nullable String message) implements ConsentResult, AccountResult {}
