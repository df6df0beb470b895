/**
 * Consent and its result: a contract and its key, requests for digi.me's pages, the
 * {@linkplain me.digi.client.auth.PendingConsent pending consent} that reads the callback, and the user access token.
 */
@NullMarked
package me.digi.client.auth;

import org.jspecify.annotations.NullMarked;
