/**
 * Files as they go over the wire: content that is made while it is read, compressed, encrypted with the contract's public key,
 * and damaged where that is asked for. All of it streams. Not API.
 */
@NullMarked
package me.digi.client.sandbox.internal.file;

import org.jspecify.annotations.NullMarked;
