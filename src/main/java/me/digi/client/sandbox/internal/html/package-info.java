/** The HTML of the consent pages and the console, and their static files. Not API. */
@NullMarked
package me.digi.client.sandbox.internal.html;

import org.jspecify.annotations.NullMarked;
