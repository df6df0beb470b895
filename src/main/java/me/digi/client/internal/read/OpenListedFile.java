package me.digi.client.internal.read;

import java.time.Instant;
import me.digi.client.read.FileEntry;
import me.digi.client.read.ListedFile;
import me.digi.client.read.ReadOptions;
import org.jspecify.annotations.Nullable;

/** An open file with its list entry. */
final class OpenListedFile extends OpenFile implements ListedFile {
    private final FileEntry entry;

    OpenListedFile(
            FileEntry entry,
            FileHeader header,
            @Nullable Instant lastModified,
            ContentStream content,
            ReadOptions options) {
        super(entry.name(), header, lastModified, content, options);
        this.entry = entry;
    }

    @Override
    public FileEntry entry() {
        return entry;
    }
}
