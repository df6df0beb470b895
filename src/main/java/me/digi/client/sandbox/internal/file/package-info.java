/**
 * Files in responses: generated, compressed, encrypted with the contract's public key, and damaged on request, all as
 * streams. Not API.
 */
@NullMarked
package me.digi.client.sandbox.internal.file;

import org.jspecify.annotations.NullMarked;
