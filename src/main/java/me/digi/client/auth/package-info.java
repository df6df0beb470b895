/**
 * How a user consents and what the application holds afterwards: a contract and its key, the link to the consent page,
 * the way back from it, and the user access token with its two halves.
 */
@NullMarked
package me.digi.client.auth;

import org.jspecify.annotations.NullMarked;
