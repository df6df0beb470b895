/** Events and states for logs and monitoring; their types have no place for a secret. */
@NullMarked
package me.digi.client.diagnostics;

import org.jspecify.annotations.NullMarked;
