package me.digi.client.read;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether digi.me can still fetch new data from an account.
 *
 * @param authorized whether it can; if not, the user has to reauthorize the account
 * @param expiresAt until when, where that is known
 */
public record AccessTokenStatus(
        boolean authorized, @Nullable Instant expiresAt) {}
