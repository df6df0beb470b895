/** What a client tells about its requests to whoever runs it, typed so that no secret can be in it. */
@NullMarked
package me.digi.client.diagnostics;

import org.jspecify.annotations.NullMarked;
