package me.digi.client.auth;

/** Whether the user consented; returned by {@link PendingConsent#read(String)}. */
public sealed interface ConsentResult permits Authorized, Refused {}
