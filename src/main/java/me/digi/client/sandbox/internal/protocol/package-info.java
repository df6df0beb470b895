/**
 * What all operations of the API have in common: how a request is found, authenticated and checked, and how it is
 * responded to. An operation only declares what it takes and does its work. Not API.
 */
@NullMarked
package me.digi.client.sandbox.internal.protocol;

import org.jspecify.annotations.NullMarked;
