/**
 * The sandbox on the wire: requests in, responses out, faults in between, and a record of all of it. Not API.
 */
@NullMarked
package me.digi.client.sandbox.internal.http;

import org.jspecify.annotations.NullMarked;
