package me.digi.client.internal.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Objects;
import me.digi.client.internal.crypto.DamagedFileException;
import me.digi.client.internal.crypto.DecryptingStream;
import me.digi.client.internal.crypto.FileKey;
import me.digi.client.internal.http.Backoff;
import me.digi.client.internal.http.StreamedResponse;
import me.digi.client.read.FileEntry;
import me.digi.client.read.FileHandler;
import me.digi.client.read.FileList;
import me.digi.client.read.FileMetadata;
import me.digi.client.read.ListedFile;
import me.digi.client.read.ReadAllRequest;
import me.digi.client.read.ReadAllSummary;
import me.digi.client.read.SessionFile;
import me.digi.client.read.SessionFiles;
import org.jspecify.annotations.Nullable;

/** The files of one session. */
public final class ReadableFiles implements SessionFiles {
    private final SessionCalls calls;
    private final FileKey key;

    public ReadableFiles(SessionCalls calls, FileKey key) {
        this.calls = calls;
        this.key = key;
    }

    @Override
    public FileList list() {
        return calls.list();
    }

    @Override
    public SessionFile read(String name) {
        Download download = new Download(Objects.requireNonNull(name, "name"));
        ContentStream content = download.open(calls.backoff());
        return new OpenFile(name, download.metadata(), content, calls.options());
    }

    @Override
    public ListedFile read(FileEntry entry) {
        return open(Objects.requireNonNull(entry, "entry"), calls.backoff());
    }

    /** Opens a file; callers that repeat the whole download do without retries in the middle of it. */
    OpenFile.Listed open(FileEntry entry, Backoff backoff) {
        Download download = new Download(entry.name());
        ContentStream content = download.open(backoff);
        return new OpenFile.Listed(entry, download.metadata(), content, calls.options());
    }

    @Override
    public FileMetadata fetchMetadata(String name) {
        Objects.requireNonNull(name, "name");
        try {
            return FileHeader.parse(calls.metadata(name)).metadata();
        } catch (DamagedFileException e) {
            throw e.of(name);
        }
    }

    @Override
    public ReadAllSummary readAll(FileHandler handler) {
        return readAllRequest().start(handler).await();
    }

    @Override
    public ReadAllSummary readAll(Path directory) {
        return readAllRequest().startInto(directory).await();
    }

    @Override
    public ReadAllRequest readAllRequest() {
        return new PreparedReadAll(this, calls);
    }

    @Override
    public String toString() {
        return "SessionFiles[session=***]";
    }

    /** Downloads a file. */
    private final class Download {
        private final String name;
        private @Nullable FileMetadata metadata;

        Download(String name) {
            this.name = name;
        }

        ContentStream open(Backoff backoff) {
            return ContentStream.open(
                    name,
                    SessionCalls.DOWNLOAD,
                    () -> calls.content(name),
                    response -> decode(response),
                    backoff,
                    calls.options().maxContentBytes());
        }

        FileMetadata metadata() {
            return Objects.requireNonNull(metadata);
        }

        private InputStream decode(StreamedResponse response) throws IOException {
            FileHeader header = FileHeader.parse(response.header(FileHeader.NAME));
            metadata = header.metadata();
            Compression compression = Compression.of(header.compression());
            return compression.decompress(DecryptingStream.open(
                    response.stream(),
                    response.length(),
                    key,
                    Compression.maxBytes(calls.options().maxContentBytes())));
        }
    }
}
