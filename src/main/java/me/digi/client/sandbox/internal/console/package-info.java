/** The console: pages that show and change the state of the sandbox. They work without scripts. Not API. */
@NullMarked
package me.digi.client.sandbox.internal.console;

import org.jspecify.annotations.NullMarked;
