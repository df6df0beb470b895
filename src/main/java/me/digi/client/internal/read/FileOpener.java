package me.digi.client.internal.read;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import me.digi.client.internal.crypto.DamagedFileException;
import me.digi.client.internal.crypto.DecryptingStream;
import me.digi.client.internal.crypto.FileKey;
import me.digi.client.internal.http.Backoff;
import me.digi.client.internal.http.StreamedResponse;
import me.digi.client.internal.io.HttpDate;
import me.digi.client.read.FileEntry;
import me.digi.client.read.FileMetadata;
import me.digi.client.read.ReadOptions;
import org.jspecify.annotations.Nullable;

/** Downloads files. If the beginning of a file is invalid, its response is closed. */
final class FileOpener {
    private final SessionCalls calls;
    private final FileKey key;
    private final ReadOptions options;
    private final Backoff backoff;

    FileOpener(SessionCalls calls, FileKey key, ReadOptions options, Backoff backoff) {
        this.calls = calls;
        this.key = key;
        this.options = options;
        this.backoff = backoff;
    }

    /** For callers that repeat the whole download. */
    FileOpener withoutReopening() {
        return new FileOpener(calls, key, options, backoff.none());
    }

    OpenFile open(String name) {
        return open(name, (header, modified, content) -> new OpenFile(name, header, modified, content, options));
    }

    OpenListedFile open(FileEntry entry) {
        return open(
                entry.name(),
                (header, modified, content) -> new OpenListedFile(entry, header, modified, content, options));
    }

    FileMetadata metadata(String name) {
        try {
            return FileHeader.parse(calls.metadata(FileNames.check(name))).metadata();
        } catch (DamagedFileException e) {
            throw e.of(name);
        }
    }

    private <T> T open(String name, Form<T> form) {
        try {
            ReopenedContent content =
                    ReopenedContent.open(SessionCalls.DOWNLOAD, () -> openOnce(FileNames.check(name)), backoff);
            StreamedResponse response = content.response();
            return form.of(
                    FileHeader.parse(response.header(FileHeader.NAME)),
                    lastModified(response.header("last-modified")),
                    new ContentStream(name, content, options.maxContentBytes()));
        } catch (IOException e) {
            throw ContentStream.failureOf(SessionCalls.DOWNLOAD, name, e);
        }
    }

    /** An invalid date is ignored. */
    private static @Nullable Instant lastModified(@Nullable String date) {
        return date == null ? null : HttpDate.parse(date.trim(), 1970);
    }

    private OpenContent openOnce(String name) throws IOException {
        StreamedResponse response = calls.content(name);
        boolean opened = false;
        try {
            FileHeader header = FileHeader.parse(response.header(FileHeader.NAME));
            Compression compression = Compression.of(header.compression());
            if (response.length() >= 0) {
                DecryptingStream.checkLength(response.length(), key);
            }
            InputStream encrypted = new BoundedStream(response.stream(), options.maxContentBytes());
            InputStream compressed = DecryptingStream.open(encrypted, response.length(), key);
            OpenContent content = new OpenContent(response, compression.decompress(compressed));
            opened = true;
            return content;
        } finally {
            if (!opened) {
                response.cancel();
                response.close();
            }
        }
    }

    private interface Form<T> {
        T of(FileHeader header, @Nullable Instant lastModified, ContentStream content);
    }
}
