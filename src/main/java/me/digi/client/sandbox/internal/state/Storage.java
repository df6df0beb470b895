package me.digi.client.sandbox.internal.state;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Files in folders. Their paths differ if they do so in lower case; how they were written first is remembered. */
public final class Storage {
    private final String id;
    private final String kid;
    private final RandomText random;
    private final Map<String, Stored> files = new TreeMap<>();

    Storage(String id, String kid, RandomText random) {
        this.id = id;
        this.kid = kid;
        this.random = random;
    }

    public String id() {
        return id;
    }

    public String kid() {
        return kid;
    }

    /** Keeps the content under that path, in place of what was there. */
    public Stored put(String path, Blob content) {
        Stored before = files.get(lower(path));
        if (before != null) {
            before.content.delete();
        }
        Stored stored = new Stored(before == null ? random.next(12) : before.id, path, content);
        files.put(lower(path), stored);
        return stored;
    }

    public @Nullable Stored get(String path) {
        return files.get(lower(path));
    }

    /** The files in that folder, which ends in a slash; and those in the folders within it, if it is to be all. */
    public List<Stored> list(String folder, boolean all) {
        String prefix = lower(folder);
        return files.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(prefix))
                .filter(entry -> all || entry.getKey().indexOf('/', prefix.length()) < 0)
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Deletes a file, or all there is in a folder; says whether there was anything. */
    public boolean delete(String path, boolean folder) {
        String key = lower(path);
        List<String> keys = files.keySet().stream()
                .filter(candidate -> folder ? candidate.startsWith(key) : candidate.equals(key))
                .toList();
        for (String gone : keys) {
            Stored stored = files.remove(gone);
            if (stored != null) {
                stored.content.delete();
            }
        }
        return !keys.isEmpty();
    }

    static String lower(String path) {
        return path.toLowerCase(Locale.ROOT);
    }

    /**
     * A file.
     *
     * @param path from the first slash, as it was written
     */
    public record Stored(String id, String path, Blob content) {
        /** The folder, with a slash at its end. */
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
