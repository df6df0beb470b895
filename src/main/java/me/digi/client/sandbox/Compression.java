package me.digi.client.sandbox;

/** How a file's content is compressed before encryption. */
public enum Compression {
    NONE,
    GZIP,
    /**
     * Valid {@code brotli} of uncompressed meta-blocks, which saves no space. For real compression, pass a stream to
     * {@link SandboxFile#compressed(Compression, FileContent)}.
     */
    BROTLI
}
