package me.digi.client.sandbox.internal.directory;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.stream.Stream;
import me.digi.client.sandbox.FileContent;
import me.digi.client.sandbox.internal.document.Contents;
import me.digi.client.sandbox.internal.document.DescribedContents;
import me.digi.client.sandbox.internal.io.Sha256;
import me.digi.client.sandbox.internal.json.JsonView;
import me.digi.client.sandbox.internal.state.Blob;

/** Describes contents if possible, and saves the others in files named by their hashes. */
final class SavedContents implements Contents {
    private static final String BLOB = "blob";

    private final DescribedContents described = new DescribedContents();
    private final Path directory;
    private final Map<FileContent, String> saved = Collections.synchronizedMap(new WeakHashMap<>());
    private final Set<String> inUse = new HashSet<>();

    SavedContents(Path directory) {
        this.directory = directory;
    }

    @Override
    public Map<String, Object> write(FileContent content) {
        Map<String, Object> description = described.write(content);
        return description.containsKey("size") ? Map.of(BLOB, save(content), "size", content.size()) : description;
    }

    @Override
    public FileContent read(JsonView json) {
        return json.has(BLOB) ? blob(json) : described.read(json);
    }

    Blob blob(JsonView json) {
        String name = json.text(BLOB);
        Path file = directory.resolve(name);
        if (!name.matches("[0-9a-f]{64}") || !Files.exists(file)) {
            throw new IllegalArgumentException("there is no content " + name);
        }
        inUse.add(name);
        Blob blob = Blob.saved(file, json.number("size"), name);
        saved.put(blob, name);
        return blob;
    }

    /** Deletes files that were not referred to when the documents were read. */
    void deleteUnused() throws IOException {
        if (!Files.isDirectory(directory)) {
            return;
        }
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                if (!inUse.contains(file.getFileName().toString())) {
                    Files.delete(file);
                }
            }
        }
    }

    private String save(FileContent content) {
        String known = saved.get(content);
        if (known != null) {
            return known;
        }
        try {
            PrivateFile.createDirectory(directory);
            Path unfinished = Files.createTempFile(directory, "content", PrivateFile.UNFINISHED);
            DigestInputStream in = new DigestInputStream(content.open(), Sha256.digest());
            try (InputStream from = in;
                    OutputStream to = Files.newOutputStream(unfinished)) {
                from.transferTo(to);
            }
            String name = HexFormat.of().formatHex(in.getMessageDigest().digest());
            Files.move(
                    unfinished,
                    directory.resolve(name),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            saved.put(content, name);
            return name;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot save a content in " + directory, e);
        }
    }
}
