package me.digi.client.read;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether digi.me can still fetch new data from an account.
 *
 * @param authorized false if the user has to reauthorize the account
 * @param expiresAt when that access ends; null if unknown
 */
public record AccessTokenStatus(
        boolean authorized, @Nullable Instant expiresAt) {}
