/** Not API: how a request is sent. */
@NullMarked
package me.digi.client.internal.http;

import org.jspecify.annotations.NullMarked;
