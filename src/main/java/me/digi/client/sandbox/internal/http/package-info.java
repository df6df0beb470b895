/**
 * HTTP: receives requests, sends responses, applies faults, and records all of it. Not API.
 */
@NullMarked
package me.digi.client.sandbox.internal.http;

import org.jspecify.annotations.NullMarked;
