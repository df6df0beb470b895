/** Examples of each task. By default, each starts a sandbox and runs against it. */
@NullMarked
package examples;

import org.jspecify.annotations.NullMarked;
