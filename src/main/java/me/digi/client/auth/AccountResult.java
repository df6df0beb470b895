package me.digi.client.auth;

/** The outcome of a page about a user's accounts. There is no code to exchange: the token stays the same. */
public sealed interface AccountResult permits Completed, Refused {}
