package me.digi.client.store;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import me.digi.client.internal.io.AtomicFile;
import me.digi.client.internal.io.Require;
import me.digi.client.store.TokenStoreException.Operation;
import org.jspecify.annotations.Nullable;

/**
 * Stores each grant in a file, in one directory that clients and processes of a machine may share.
 *
 * <pre>{@code
 * TokenStore store = new FileTokenStore(Path.of(System.getProperty("user.home"), ".my-app", "digime"));
 * }</pre>
 *
 * <p>Writes are atomic and durable: a process killed at any moment leaves the old or the new record. A damaged or
 * misplaced file is reported by name and never overwritten; only {@link #delete} removes it. Reads take no lock. A
 * write waits up to ten seconds for another process writing the same grant, then fails; interrupts do not stop it.
 *
 * <p>On POSIX file systems, files are created with mode 0600 and the directory with 0700. In an existing directory to
 * which others can write, such as a mount with a fixed mode, they could swap records: its sub-directory
 * {@code digime-tokens} (0700) is used instead, see {@link #directory()}. Anyone who can write to the parent can
 * still remove or replace that one. Listing reveals nothing: file names are hashes. On other file systems, the
 * directory's own permissions apply. Tokens are not encrypted; see {@link EncryptingTokenStore}. Use a local disk,
 * since network file locks are unreliable, and keep the {@code .lock-} files while a process uses the directory.
 */
public final class FileTokenStore implements TokenStore {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Path directory;
    private final FileLocks locks;
    private final FileListing listing;

    /**
     * Opens or creates the directory, and removes temporary files left by killed writers.
     *
     * @throws TokenStoreException if the directory cannot be created or read, or is not safe
     */
    public FileTokenStore(Path directory) {
        this(directory, PATIENCE);
    }

    FileTokenStore(Path directory, Duration patience) {
        try {
            this.directory = StoreDirectory.open(directory);
            locks = new FileLocks(this.directory, patience);
            listing = new FileListing(new Records());
            removeLeftovers();
        } catch (IOException | RuntimeException e) {
            throw TokenStoreException.notOpened(directory + ": " + reason(e), e);
        }
    }

    /** The directory with the records: the given one, or its sub-directory {@code digime-tokens}. */
    public Path directory() {
        return directory;
    }

    @Override
    public @Nullable StoredGrant load(GrantKey grant) {
        return guarded(Operation.LOAD, grant, () -> stored(grant.grantId()));
    }

    @Override
    public boolean compareAndSet(GrantKey grant, long expectedVersion, StoredGrant next) {
        next.requireFollows(expectedVersion);
        String id = grant.grantId();
        return guarded(
                Operation.WRITE,
                grant,
                () -> locks.locked(id, () -> {
                    StoredGrant current = stored(id);
                    if ((current == null ? 0 : current.version()) != expectedVersion) {
                        return false;
                    }
                    AtomicFile.writeDurably(GrantFile.format(grant, next), record(id), temporary(id));
                    return true;
                }));
    }

    @Override
    public void delete(GrantKey grant) {
        String id = grant.grantId();
        guarded(
                Operation.DELETE,
                grant,
                () -> locks.locked(id, () -> {
                    Files.deleteIfExists(temporary(id));
                    return AtomicFile.deleteDurably(record(id));
                }));
    }

    /** Ordered by file name. Fails on a damaged file, naming it, since its user is unknown. */
    @Override
    public List<StoredUser> list(String contractId, @Nullable String after, int limit) {
        Require.id("limit", limit);
        String afterId = after == null ? "" : new GrantKey(contractId, after).grantId();
        try {
            return listing.page(contractId, afterId, limit);
        } catch (IOException | RuntimeException e) {
            throw TokenStoreException.notListed(contractId, directory + ": " + reason(e), e);
        }
    }

    private final class Records implements FileListing.Directory {
        @Override
        public List<String> ids() throws IOException {
            return StoreDirectory.ids(directory);
        }

        @Override
        public @Nullable StoredUser read(String id) throws IOException {
            try {
                GrantFile.Entry entry = FileTokenStore.this.read(id);
                return entry == null ? null : StoredUser.of(entry.grant(), entry.stored());
            } catch (IOException e) {
                throw new IOException(record(id).getFileName() + ": " + reason(e), e);
            }
        }
    }

    private @Nullable StoredGrant stored(String id) throws IOException {
        GrantFile.Entry entry = read(id);
        return entry == null ? null : entry.stored();
    }

    private GrantFile.@Nullable Entry read(String id) throws IOException {
        Path file = record(id);
        try {
            return GrantFile.read(file, id);
        } catch (FileNotFoundException e) {
            // Also thrown for unreadable files; and an unmounted directory does not mean that no grant is stored.
            if (Files.notExists(file) && Files.isDirectory(directory)) {
                return null;
            }
            throw e;
        }
    }

    private Path record(String id) {
        return directory.resolve(id + ".json");
    }

    private Path temporary(String id) {
        return directory.resolve(id + ".tmp");
    }

    /** Temporary files in use are locked by their writers, and left alone. */
    private void removeLeftovers() throws IOException {
        try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(
                directory, file -> file.getFileName().toString().matches("[0-9a-f]{64}\\.tmp"))) {
            for (Path leftover : leftovers) {
                try {
                    locks.locked(
                            leftover.getFileName().toString(), Duration.ZERO, () -> Files.deleteIfExists(leftover));
                } catch (IOException inUse) {
                    // Its writer removes it, or the next one does.
                }
            }
        }
    }

    private <T> T guarded(Operation operation, GrantKey grant, Callable<T> work) {
        try {
            return work.call();
        } catch (Exception e) {
            throw new TokenStoreException(operation, grant, record(grant.grantId()) + ": " + reason(e), e);
        }
    }

    /** Many file system exceptions have only a path as message; their type says what happened. */
    private static String reason(Exception e) {
        return e.getClass() == IOException.class
                ? String.valueOf(e.getMessage())
                : e.getClass().getSimpleName() + " " + e.getMessage();
    }
}
