/** Events and states for logs and monitoring. Printed, they contain no secrets. */
@NullMarked
package me.digi.client.diagnostics;

import org.jspecify.annotations.NullMarked;
