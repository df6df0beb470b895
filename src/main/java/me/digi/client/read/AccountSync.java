package me.digi.client.read;

import org.jspecify.annotations.Nullable;

/**
 * How far the service has got with fetching the data of one account.
 *
 * @param state how far
 * @param error why not all data of the account is there, if something went wrong
 */
public record AccountSync(SyncState state, @Nullable AccountError error) {}
