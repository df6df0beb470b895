package me.digi.client.internal.read;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import me.digi.client.read.ListedFile;

/** A directory that files are read into: each is written beside its place, and moved there once it is whole. */
final class DirectorySink implements FileSink {
    private final Path directory;
    private final SafeNames names = new SafeNames();

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
        Path target = directory.resolve(names.safe(file.name()));
        // Made for its owner alone, where the file system knows owners; the dot keeps it apart from all safe names.
        Path part = Files.createTempFile(directory, ".digime-", ".part");
        try {
            write(file, part);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
        return target;
    }

    private static void write(ListedFile file, Path part) throws IOException {
        try (InputStream in = file.stream();
                OutputStream out = Files.newOutputStream(part)) {
            byte[] buffer = new byte[64 << 10];
            int count;
            while ((count = in.read(buffer)) >= 0) {
                out.write(buffer, 0, count);
            }
        }
    }
}
