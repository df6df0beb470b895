package me.digi.client.sandbox.internal.directory;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Writes files atomically, readable only by their owner where the file system supports it. */
final class PrivateFile {
    /** The suffix of incomplete files. */
    static final String UNFINISHED = ".tmp";

    private PrivateFile() {}

    /** Replaces a file. If the process is killed, the file has either the old content or the new one. */
    static void replace(Path path, byte[] content) throws IOException {
        Path unfinished = path.resolveSibling(path.getFileName() + UNFINISHED);
        Files.deleteIfExists(unfinished);
        Files.createFile(unfinished, permissions("rw-------"));
        Files.write(unfinished, content);
        Files.move(unfinished, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    static void createDirectory(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            Files.createDirectories(path, permissions("rwx------"));
        }
    }

    private static FileAttribute<?>[] permissions(String permissions) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
