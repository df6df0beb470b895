package me.digi.client.spring;

import me.digi.client.error.CallbackException;

/** The callback belongs to no consent that this user began in this browser's session: it was forged, or came too late. */
public record ConsentFailed(String userKey, CallbackException cause) implements ConsentOutcome {}
