package me.digi.client.auth;

/**
 * What {@link PendingConsent#readAccount(String)} returns after one of the pages about a user's accounts. There is no code
 * to exchange: the token stays as it is.
 */
public sealed interface AccountResult permits Completed, Refused {}
