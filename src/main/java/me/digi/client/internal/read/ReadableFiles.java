package me.digi.client.internal.read;

import java.nio.file.Path;
import java.util.Objects;
import me.digi.client.read.FileEntry;
import me.digi.client.read.FileHandler;
import me.digi.client.read.FileList;
import me.digi.client.read.FileMetadata;
import me.digi.client.read.ListedFile;
import me.digi.client.read.ReadAllRequest;
import me.digi.client.read.ReadAllSummary;
import me.digi.client.read.SessionFile;
import me.digi.client.read.SessionFiles;

final class ReadableFiles implements SessionFiles {
    private final SessionCalls calls;
    private final FileOpener opener;
    private final Waiting waiting;

    ReadableFiles(SessionCalls calls, FileOpener opener, Waiting waiting) {
        this.calls = calls;
        this.opener = opener;
        this.waiting = waiting;
    }

    @Override
    public FileList list() {
        return calls.list();
    }

    @Override
    public SessionFile read(String name) {
        return opener.open(Objects.requireNonNull(name, "name"));
    }

    @Override
    public ListedFile read(FileEntry entry) {
        return opener.open(Objects.requireNonNull(entry, "entry"));
    }

    @Override
    public FileMetadata fetchMetadata(String name) {
        return opener.metadata(Objects.requireNonNull(name, "name"));
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
        return new PreparedReadAll(calls, opener, waiting, calls.observations());
    }

    @Override
    public String toString() {
        return "SessionFiles[session=***]";
    }
}
