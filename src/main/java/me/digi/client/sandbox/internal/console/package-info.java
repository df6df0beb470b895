/** The console: pages that show what the sandbox has received and has, and change it. Each works without scripts. Not API. */
@NullMarked
package me.digi.client.sandbox.internal.console;

import org.jspecify.annotations.NullMarked;
