package me.digi.client.sandbox.internal.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.PublicKey;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import me.digi.client.sandbox.Compression;
import me.digi.client.sandbox.Damage;
import me.digi.client.sandbox.FileContent;
import me.digi.client.sandbox.SandboxFile;
import me.digi.client.sandbox.internal.jose.KeyPool;
import me.digi.client.sandbox.internal.protocol.Content;
import org.jspecify.annotations.Nullable;

/** A file in a response: compressed, encrypted for a contract, and damaged if the file says so. */
public final class EncryptedFile implements Content {
    /** Content up to this size is compressed in memory, so that its length is known in advance. */
    private static final long SMALL = 1 << 20;

    private static final int TOO_SHORT = 200;

    private final SandboxFile file;
    private final FileContent compressed;
    private final boolean toCompress;
    private final PublicKey key;
    private final @Nullable Damage damage;

    private EncryptedFile(SandboxFile file, FileContent compressed, boolean toCompress, PublicKey key) {
        this.file = file;
        this.compressed = compressed;
        this.toCompress = toCompress;
        this.key = key;
        this.damage = file.damage();
    }

    /** Encrypts a file for the holder of the private key. */
    public static EncryptedFile of(SandboxFile file, PublicKey key) {
        if (file.damage() != null && file.damage().needsCompression() && file.compression() == Compression.NONE) {
            throw new IllegalArgumentException(file.damage() + " requires a compressed file: " + file.name());
        }
        FileContent made = file.compressed();
        if (made != null || file.compression() == Compression.NONE) {
            return new EncryptedFile(file, made == null ? file.content() : made, false, key);
        }
        return file.content().size() > SMALL
                ? new EncryptedFile(file, file.content(), true, key)
                : new EncryptedFile(file, FileContent.of(compress(file)), false, key);
    }

    @Override
    public long length() {
        if (toCompress) {
            return -1;
        }
        long whole = EncryptingStream.lengthOf(compressed.size() - missingCompressed());
        if (damage == Damage.TOO_SHORT) {
            return TOO_SHORT;
        }
        return whole - missingCiphertext();
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        OutputStream target = new UncloseableStream(out);
        if (damage == Damage.TOO_SHORT) {
            target.write(new byte[TOO_SHORT]);
            return;
        }
        int withheld = damage == Damage.CUT_CONNECTION ? 100 : missingCiphertext();
        if (withheld > 0) {
            target = new TailStream(target, withheld, new byte[0]);
        }
        PublicKey recipient = damage == Damage.WRONG_KEY ? KeyPool.foreign() : key;
        target = new EncryptingStream(target, recipient, damage != Damage.BAD_PADDING);
        target = damageCompressed(target);
        try (OutputStream sink = toCompress ? compressing(file.compression(), target) : target;
                InputStream content = compressed.open()) {
            content.transferTo(sink);
        }
        if (damage == Damage.CUT_CONNECTION) {
            throw new IOException("cut by a fault");
        }
    }

    private OutputStream damageCompressed(OutputStream target) {
        if (damage == Damage.CUT_COMPRESSED) {
            return new TailStream(target, missingCompressed(), new byte[0]);
        }
        if (damage == Damage.WRONG_CHECKSUM) {
            return new TailStream(target, 8, new byte[8]);
        }
        if (damage == Damage.CORRUPT_COMPRESSED) {
            // The one invalid type of a deflate block, or size of a brotli window.
            return file.compression() == Compression.GZIP
                    ? new ByteChangingStream(target, 10, 0b111)
                    : new ByteChangingStream(target, 0, 0b0010001);
        }
        return target;
    }

    private int missingCompressed() {
        return damage == Damage.CUT_COMPRESSED ? 12 : 0;
    }

    private int missingCiphertext() {
        if (damage == Damage.CUT_CIPHERTEXT) {
            return 16;
        }
        return damage == Damage.WRONG_LENGTH ? 7 : 0;
    }

    private static byte[] compress(SandboxFile file) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream sink = compressing(file.compression(), bytes);
                InputStream content = file.content().open()) {
            content.transferTo(sink);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static OutputStream compressing(Compression compression, OutputStream target) throws IOException {
        return switch (compression) {
            case NONE -> target;
            case BROTLI -> new StoredBrotli(target);
            case GZIP -> new Gzip(target);
        };
    }

    /** Compresses fast rather than well. */
    private static final class Gzip extends GZIPOutputStream {
        Gzip(OutputStream out) throws IOException {
            super(out, 1 << 16);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
