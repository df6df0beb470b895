package me.digi.client.sandbox.internal.state;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Files in folders. Paths are not case-sensitive; the spelling of the upload is kept. */
public final class Storage {
    private final String id;
    private final String kid;
    private final RandomText random;
    private final Changes changes;
    private final Map<String, Stored> files = new TreeMap<>();

    Storage(String id, String kid, RandomText random, Changes changes) {
        this.id = id;
        this.kid = kid;
        this.random = random;
        this.changes = changes;
    }

    public String id() {
        return id;
    }

    public String kid() {
        return kid;
    }

    /** Stores a file, replacing the one of that path. */
    public Stored put(String path, Blob content) {
        Stored before = files.get(lower(path));
        if (before != null) {
            before.content.delete();
        }
        return restore(before == null ? random.next(12) : before.id, path, content);
    }

    /** Restores a saved file. */
    public Stored restore(String fileId, String path, Blob content) {
        Stored stored = new Stored(fileId, path, content);
        files.put(lower(path), stored);
        changes.world();
        return stored;
    }

    public @Nullable Stored get(String path) {
        return files.get(lower(path));
    }

    /** Returns the files in a folder, which ends with a slash; with {@code all}, also those in its subfolders. */
    public List<Stored> list(String folder, boolean all) {
        String prefix = lower(folder);
        return files.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(prefix))
                .filter(entry -> all || entry.getKey().indexOf('/', prefix.length()) < 0)
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Deletes a file, or everything in a folder, and returns false if there was nothing. */
    public boolean delete(String path, boolean folder) {
        String key = lower(path);
        List<String> keys = files.keySet().stream()
                .filter(candidate -> folder ? candidate.startsWith(key) : candidate.equals(key))
                .toList();
        for (String deleted : keys) {
            Stored stored = files.remove(deleted);
            if (stored != null) {
                stored.content.delete();
            }
        }
        changes.world();
        return !keys.isEmpty();
    }

    static String lower(String path) {
        return path.toLowerCase(Locale.ROOT);
    }

    /**
     * A file.
     *
     * @param path beginning with a slash, as it was written
     */
    public record Stored(String id, String path, Blob content) {
        /** With a slash at its end. */
        public String originalFolder() {
            return path.substring(0, path.lastIndexOf('/') + 1);
        }

        public String originalName() {
            return path.substring(path.lastIndexOf('/') + 1);
        }

        public String folder() {
            return lower(originalFolder());
        }

        public String name() {
            return lower(originalName());
        }
    }
}
