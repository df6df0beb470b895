/** Programs for a newcomer to run. By default each runs against a sandbox that it starts itself. */
@NullMarked
package examples;

import org.jspecify.annotations.NullMarked;
