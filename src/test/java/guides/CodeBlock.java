package guides;

import java.nio.file.Path;

/** A fenced block of a page, and the language that its fence names. */
record CodeBlock(Path page, int line, String language, String text) {
    @Override
    public String toString() {
        return page + ":" + line + ":\n" + text;
    }
}
