/** The OAuth part of the API: links to send users to, and the exchange and the refresh of tokens. */
@NullMarked
package me.digi.client.internal.auth;

import org.jspecify.annotations.NullMarked;
