/** What is pushed or uploaded: bytes, a file or a stream. */
@NullMarked
package me.digi.client.content;

import org.jspecify.annotations.NullMarked;
