package me.digi.client.internal.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import me.digi.client.internal.io.AtomicFile;
import me.digi.client.read.ListedFile;

/** Writes files to a directory, each atomically. */
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
    public Path write(ListedFile file) throws IOException {
        Path target = directory.resolve(SafeNames.safe(file.name()));
        try (InputStream in = file.stream()) {
            AtomicFile.write(in, target);
        }
        return target;
    }
}
