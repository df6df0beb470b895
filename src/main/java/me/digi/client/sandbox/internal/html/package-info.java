/** The markup of the consent pages and the console, and the files that go with it. Not API. */
@NullMarked
package me.digi.client.sandbox.internal.html;

import org.jspecify.annotations.NullMarked;
