/** What the examples share: where they run, and how they get a user and a token. */
@NullMarked
package examples.support;

import org.jspecify.annotations.NullMarked;
