package me.digi.client.internal.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;
import me.digi.client.error.ContentException;
import me.digi.client.error.DigiMeException;
import me.digi.client.error.FileException;
import me.digi.client.error.FileException.Problem;
import me.digi.client.error.NetworkException;
import me.digi.client.internal.io.OneLine;
import me.digi.client.read.FileMetadata;
import me.digi.client.read.ReadOptions;
import me.digi.client.read.SessionFile;
import org.jspecify.annotations.Nullable;

/** A file whose content is still to be read. */
class OpenFile implements SessionFile {
    private final String name;
    private final FileMetadata metadata;
    private final @Nullable Instant lastModified;
    private final ContentStream content;
    private final ReadOptions options;
    private final AtomicBoolean taken = new AtomicBoolean();

    OpenFile(
            String name,
            FileHeader header,
            @Nullable Instant lastModified,
            ContentStream content,
            ReadOptions options) {
        this.name = name;
        this.metadata = header.metadata();
        this.lastModified = lastModified;
        this.content = content;
        this.options = options;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final FileMetadata metadata() {
        return metadata;
    }

    @Override
    public final @Nullable Instant lastModified() {
        return lastModified;
    }

    @Override
    public final InputStream stream() {
        if (!taken.compareAndSet(false, true)) {
            throw new IllegalStateException("the content of a file can be read only once");
        }
        return content;
    }

    @Override
    public final byte[] readBytes() {
        try (InputStream stream = stream()) {
            return WholeContent.read(stream, name, options.maxBytesInMemory());
        } catch (ContentException e) {
            throw e.failure();
        } catch (IOException e) {
            throw NetworkException.interrupted(SessionCalls.DOWNLOAD, true, e);
        }
    }

    @Override
    public final String readText() {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(readBytes()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new FileException(name, Problem.NOT_TEXT, null, e);
        }
    }

    @Override
    public final void close() {
        content.close();
    }

    /** The failure, if any, even if the reader ignored it. */
    final @Nullable DigiMeException failure() {
        return content.failure();
    }

    /** The number of bytes read. */
    final long bytesRead() {
        return content.bytes();
    }

    /** Sets a listener for the number of bytes of each read. */
    final void onBytes(IntConsumer listener) {
        content.onBytes(listener);
    }

    @Override
    public String toString() {
        return "SessionFile[" + OneLine.of(name) + "]";
    }
}
