/** Not API: PEM and DER keys, signed requests and responses, and encrypted files. Depends only on jjwt and the JDK. */
@NullMarked
package me.digi.client.internal.crypto;

import org.jspecify.annotations.NullMarked;
