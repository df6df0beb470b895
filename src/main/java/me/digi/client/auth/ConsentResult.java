package me.digi.client.auth;

/** What {@link PendingConsent#read(String)} returns: the user consented, or did not. */
public sealed interface ConsentResult permits Authorized, Refused {}
