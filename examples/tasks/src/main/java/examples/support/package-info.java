/** Shared by the examples: where they run, and their users and tokens. */
@NullMarked
package examples.support;

import org.jspecify.annotations.NullMarked;
