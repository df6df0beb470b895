package me.digi.client.internal.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import me.digi.client.internal.io.AtomicFile;
import me.digi.client.read.ListedFile;

/** A directory that files are read into: each is written beside its place, and moved there once it is whole. */
final class DirectorySink implements FileSink {
    private final Path directory;

    private DirectorySink(Path directory) {
        this.directory = directory;
    }

    static DirectorySink in(Path directory) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new IllegalArgumentException("directory cannot be used: " + directory, e);
        }
        return new DirectorySink(directory);
    }

    @Override
    public Path take(ListedFile file) throws IOException {
        Path target = directory.resolve(SafeNames.safe(file.name()));
        try (InputStream in = file.stream()) {
            AtomicFile.write(in, target);
        }
        return target;
    }
}
