package me.digi.client.sandbox;

/** How the content of a file is compressed before it is encrypted. */
public enum Compression {
    /** Not at all. */
    NONE,
    /** As {@code gzip}. */
    GZIP,
    /**
     * As {@code brotli}: a stream that is valid, and saves nothing, for the sandbox stores the content in uncompressed
     * meta-blocks. {@link SandboxFile#compressed(Compression, FileContent)} takes a stream that somebody else made.
     */
    BROTLI
}
