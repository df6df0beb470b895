/**
 * Not API: keys in PEM and DER, signed requests and responses, and encrypted files. Sees jjwt for JWTs, and otherwise the JDK.
 */
@NullMarked
package me.digi.client.internal.crypto;

import org.jspecify.annotations.NullMarked;
