/** What is uploaded: bytes, a file, or a stream that can, or cannot, be opened a second time. */
@NullMarked
package me.digi.client.content;

import org.jspecify.annotations.NullMarked;
