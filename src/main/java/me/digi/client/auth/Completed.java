package me.digi.client.auth;

import me.digi.client.read.Session;
import org.jspecify.annotations.Nullable;

/**
 * The user added a source, or renewed or revoked access to an account.
 *
 * @param accountReference the {@code reference} of the account, if the callback has it
 * @param session reads the account's data; null after a revocation
 */
public record Completed(
        @Nullable String accountReference, @Nullable Session session) implements AccountResult {}
