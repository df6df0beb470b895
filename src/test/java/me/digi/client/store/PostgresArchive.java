package me.digi.client.store;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Objects;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** The PostgreSQL among the test dependencies: an archive in a jar, for this platform. */
final class PostgresArchive {
    private PostgresArchive() {}

    /** Unpacks what the server needs into a new directory, readable for everyone. */
    static Path unpackTo(Path directory) throws IOException {
        Files.createDirectory(directory);
        try (InputStream in = Objects.requireNonNull(
                        PostgresArchive.class.getResourceAsStream(name()),
                        "no PostgreSQL on the class path: " + name());
                TarArchiveInputStream archive =
                        new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(in)))) {
            for (TarArchiveEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                if (!entry.isDirectory() && !entry.getName().endsWith(".a")) {
                    unpack(archive, entry, directory);
                }
            }
        }
        return directory;
    }

    private static void unpack(TarArchiveInputStream archive, TarArchiveEntry entry, Path directory)
            throws IOException {
        Path file = directory.resolve(entry.getName()).normalize();
        if (!file.startsWith(directory)) {
            throw new IOException("an archive that leaves its directory: " + entry.getName());
        }
        createDirectories(file.getParent(), directory);
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else {
            Files.copy(archive, file);
            boolean executable = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(
                    file, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    /** With a strict umask, the server's user could not access them otherwise. */
    private static void createDirectories(Path wanted, Path root) throws IOException {
        if (Files.notExists(wanted)) {
            createDirectories(wanted.getParent(), root);
            Files.createDirectory(wanted);
        }
        Files.setPosixFilePermissions(wanted, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static String name() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
        String processor = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        return "/postgres-" + system + "-" + processor + ".txz";
    }
}
