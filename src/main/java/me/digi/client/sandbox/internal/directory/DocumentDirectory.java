package me.digi.client.sandbox.internal.directory;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import me.digi.client.sandbox.internal.json.Json;
import me.digi.client.sandbox.internal.json.JsonView;

/** A directory of JSON documents, for one process at a time. */
final class DocumentDirectory implements AutoCloseable {
    private static final String FORMAT = "digi.me sandbox";
    private static final long VERSION = 1;
    private static final String END = ".json";

    private final Path path;
    private final FileChannel lock;

    private DocumentDirectory(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /** Opens the directory, and creates it if it does not exist. */
    static DocumentDirectory open(Path path) {
        try {
            PrivateFile.createDirectory(path);
            FileChannel channel =
                    FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!isFree(channel)) {
                channel.close();
                throw new IllegalStateException("another sandbox is using the directory " + path);
            }
            return new DocumentDirectory(path, channel);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use the directory " + path, e);
        }
    }

    Path path() {
        return path;
    }

    boolean has(String name) {
        return Files.exists(file(name));
    }

    void write(String name, Map<String, Object> members) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("format", FORMAT);
        document.put("version", VERSION);
        document.putAll(members);
        writeBytes(name + END, Json.writeIndented(document).getBytes(UTF_8));
    }

    void writeBytes(String fileName, byte[] content) {
        try {
            Path file = path.resolve(fileName);
            PrivateFile.createDirectory(Objects.requireNonNull(file.getParent()));
            PrivateFile.replace(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot save the sandbox in " + path, e);
        }
    }

    void delete(String name) {
        try {
            Files.deleteIfExists(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot save the sandbox in " + path, e);
        }
    }

    /**
     * Reads a document.
     *
     * @throws IllegalStateException if it is damaged or of a newer version; the message says what to do
     */
    void read(String name, Consumer<JsonView> reader) {
        Path file = file(name);
        long version;
        try {
            JsonView document = new JsonView(Json.parseObject(Files.readString(file)));
            if (!FORMAT.equals(document.optionalText("format"))) {
                throw new IllegalArgumentException("it does not belong to a sandbox");
            }
            version = document.number("version");
            if (version <= VERSION) {
                reader.accept(document);
            }
        } catch (IOException | RuntimeException e) {
            throw new IllegalStateException(
                    file + " is damaged (" + e.getMessage() + "): restore it from a backup, or delete " + path
                            + " to start over",
                    e);
        }
        if (version > VERSION) {
            throw new IllegalStateException(file + " was written by a newer version of the sandbox (format " + version
                    + ", this one reads " + VERSION + ")");
        }
    }

    /** Returns the names of the documents in a subdirectory. */
    List<String> names(String subdirectory) {
        Path directory = path.resolve(subdirectory);
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(END))
                    .sorted()
                    .map(file -> subdirectory + "/" + file.substring(0, file.length() - END.length()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + directory, e);
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String name) {
        return path.resolve(name + END);
    }

    private static boolean isFree(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }
}
