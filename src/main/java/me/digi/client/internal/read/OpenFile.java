package me.digi.client.internal.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import me.digi.client.error.ContentException;
import me.digi.client.error.FileException;
import me.digi.client.error.FileException.Problem;
import me.digi.client.error.NetworkException;
import me.digi.client.internal.io.Bytes;
import me.digi.client.internal.io.HttpDate;
import me.digi.client.internal.io.OneLine;
import me.digi.client.read.FileEntry;
import me.digi.client.read.FileMetadata;
import me.digi.client.read.ListedFile;
import me.digi.client.read.ReadOptions;
import me.digi.client.read.SessionFile;
import org.jspecify.annotations.Nullable;

/** A file whose content is still to be read. */
class OpenFile implements SessionFile {
    private final String name;
    private final FileMetadata metadata;
    private final ContentStream content;
    private final ReadOptions options;
    private final AtomicBoolean taken = new AtomicBoolean();

    OpenFile(String name, FileMetadata metadata, ContentStream content, ReadOptions options) {
        this.name = name;
        this.metadata = metadata;
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

    /** An invalid date is ignored. */
    @Override
    public final @Nullable Instant lastModified() {
        String date = content.header("last-modified");
        return date == null ? null : HttpDate.parse(date.trim(), 1970);
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
            return Bytes.readAll(stream, count -> checkFitsInMemory(count));
        } catch (ContentException e) {
            throw e.failure();
        } catch (IOException e) {
            throw NetworkException.interrupted(SessionCalls.DOWNLOAD, true, e);
        }
    }

    private void checkFitsInMemory(long bytes) {
        long limit = options.maxBytesInMemory();
        if (bytes > limit) {
            String why = "it has more than " + limit + " bytes, the limit for reading into memory";
            throw new FileException(name, Problem.TOO_LARGE, why, null);
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

    /** The content, for the caller or for {@link FileReader}. */
    final ContentStream content() {
        return content;
    }

    @Override
    public String toString() {
        return "SessionFile[" + OneLine.of(name) + "]";
    }

    /** An open file with its list entry. */
    static final class Listed extends OpenFile implements ListedFile {
        private final FileEntry entry;

        Listed(FileEntry entry, FileMetadata metadata, ContentStream content, ReadOptions options) {
            super(entry.name(), metadata, content, options);
            this.entry = entry;
        }

        @Override
        public FileEntry entry() {
            return entry;
        }
    }
}
