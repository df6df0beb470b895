/**
 * The code of the guides in {@code docs/} and of {@code README.md}: what stands there between backquotes is a region of a
 * file here, and runs. {@link guides.DocumentsTest} compares them.
 *
 * <p>A region is what lies between {@code // docs: its name} and {@code // docs: end}, less the lines that end with
 * {@code // hidden}.
 */
package guides;
