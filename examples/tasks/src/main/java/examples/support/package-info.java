/** What the examples have in common: where they run, and how a user and their token come to be there. */
@NullMarked
package examples.support;

import org.jspecify.annotations.NullMarked;
