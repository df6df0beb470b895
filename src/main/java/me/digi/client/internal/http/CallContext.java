package me.digi.client.internal.http;

/** What travels with one call beneath Retrofit. */
public final class CallContext {}
