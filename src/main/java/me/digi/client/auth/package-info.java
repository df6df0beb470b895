/**
 * How a user consents and what the application has afterwards: a contract and its key, requests for the pages of digi.me,
 * the {@linkplain me.digi.client.auth.PendingConsent pending consent} that reads the callback, and the user access token.
 */
@NullMarked
package me.digi.client.auth;

import org.jspecify.annotations.NullMarked;
