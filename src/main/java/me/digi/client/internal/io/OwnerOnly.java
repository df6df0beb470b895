package me.digi.client.internal.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Creates files and directories that only their owner can access, on POSIX file systems. */
public final class OwnerOnly {
    private OwnerOnly() {}

    public static void createDirectories(Path directory) throws IOException {
        Files.createDirectories(directory, attributes(directory, "rwx------"));
    }

    public static void createFile(Path file) throws IOException {
        Files.createFile(file, attributes(file, "rw-------"));
    }

    /** Whether only the owner can replace files in the directory. */
    public static boolean isSafe(Path directory) throws IOException {
        if (!isPosix(directory)) {
            return true;
        }
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(directory);
        return !permissions.contains(PosixFilePermission.GROUP_WRITE)
                && !permissions.contains(PosixFilePermission.OTHERS_WRITE);
    }

    public static String unsafe(Path directory) throws IOException {
        return "others can write to the directory " + directory + " ("
                + PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)) + ")";
    }

    /** Whether the directory belongs to the user this process runs as. */
    public static boolean isOwn(Path directory) throws IOException {
        if (!isPosix(directory)) {
            return true;
        }
        Path probe = Files.createTempFile(directory, ".owner-", null);
        try {
            return Files.getOwner(directory).equals(Files.getOwner(probe));
        } finally {
            Files.delete(probe);
        }
    }

    public static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static FileAttribute<?>[] attributes(Path path, String permissions) {
        return isPosix(path)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
