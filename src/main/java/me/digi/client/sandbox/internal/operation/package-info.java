/** The operations of the API: endpoints, accepted requests, and what they do. Not API. */
@NullMarked
package me.digi.client.sandbox.internal.operation;

import org.jspecify.annotations.NullMarked;
