/** What is inside a file once it is decrypted: its compressed form, and the header that says what it is. */
@NullMarked
package me.digi.client.internal.content;

import org.jspecify.annotations.NullMarked;
