package me.digi.client.store;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import me.digi.client.internal.io.AtomicFile;
import me.digi.client.internal.io.Require;
import me.digi.client.store.TokenStoreException.Operation;
import org.jspecify.annotations.Nullable;

/**
 * Keeps each grant in a file of its own, in one directory that several clients and processes of a machine may share.
 *
 * <pre>{@code
 * TokenStore store = new FileTokenStore(Path.of(System.getProperty("user.home"), ".my-app", "digime"));
 * }</pre>
 *
 * <p>A process that is killed at any moment leaves the old or the new record, whole; a write that returned is on the disk.
 * A file that is damaged, or that is not this grant's, is an error that names it, and is never overwritten; only
 * {@link #delete} removes it. Reading takes no lock. A writer waits at most ten seconds for another process that writes
 * the same grant, and fails then; interrupting a thread does not stop it from writing.
 *
 * <p>On POSIX file systems the files are their owner's alone (0600), and so is the directory if it is made here (0700). In
 * a directory to which others can write, such as a mount whose mode cannot be changed, they could swap records: the
 * sub-directory {@code digime-tokens} is made and used there instead (0700), see {@link #directory()}. Whoever can write to
 * the directory around it can still remove it, or put an old copy in its place. That others may list a directory does no
 * harm: names are hashes. Elsewhere the directory's own access rights decide. The tokens are in the files as they are:
 * {@link EncryptingTokenStore} changes that. The directory belongs on a local disk, as locks over a network file system
 * cannot be relied on, and the {@code .lock-} files in it must stay while a process uses it.
 */
public final class FileTokenStore implements TokenStore {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Path directory;
    private final FileLocks locks;
    private final FileListing listing;

    /**
     * Opens the directory, and makes it if need be. Temporary files that killed writers have left in it are removed.
     *
     * @throws TokenStoreException if the directory cannot be made or read, or is not safe
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

    /** The directory that the records are in: the one that was given, or its sub-directory {@code digime-tokens}. */
    public Path directory() {
        return directory;
    }

    @Override
    public @Nullable StoredGrant load(GrantKey grant) {
        try {
            return stored(GrantId.of(grant));
        } catch (IOException | RuntimeException e) {
            throw failure(Operation.LOAD, grant, e);
        }
    }

    @Override
    public boolean compareAndSet(GrantKey grant, long expectedVersion, StoredGrant next) {
        next.requireFollows(expectedVersion);
        String id = GrantId.of(grant);
        try {
            return locks.locked(id, () -> {
                StoredGrant current = stored(id);
                if ((current == null ? 0 : current.version()) != expectedVersion) {
                    return false;
                }
                AtomicFile.writeDurably(GrantFile.format(grant, next), record(id), temporary(id));
                return true;
            });
        } catch (IOException | RuntimeException e) {
            throw failure(Operation.WRITE, grant, e);
        }
    }

    @Override
    public void delete(GrantKey grant) {
        String id = GrantId.of(grant);
        try {
            locks.locked(id, () -> {
                Files.deleteIfExists(temporary(id));
                return AtomicFile.deleteDurably(record(id));
            });
        } catch (IOException | RuntimeException e) {
            throw failure(Operation.DELETE, grant, e);
        }
    }

    /**
     * Lists users in the order of their files' names. A damaged file is an error that names it, since nobody can tell whose
     * it is.
     */
    @Override
    public List<StoredUser> list(String contractId, @Nullable String after, int limit) {
        Require.id("limit", limit);
        String afterId = after == null ? "" : GrantId.of(new GrantKey(contractId, after));
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
                return entry == null
                        ? null
                        : new StoredUser(
                                entry.grant(),
                                entry.stored().version(),
                                entry.stored().summary());
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
            // The same exception says that it may not be read, and an unmounted directory is not one without grants.
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

    /** A temporary file whose writer lives is under that writer's lock, and is let be. */
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

    private TokenStoreException failure(Operation operation, GrantKey grant, Exception e) {
        return new TokenStoreException(operation, grant, record(GrantId.of(grant)) + ": " + reason(e), e);
    }

    /** Many a file system exception has nothing but a path for its message; its type says what happened. */
    private static String reason(Exception e) {
        return e.getClass() == IOException.class
                ? String.valueOf(e.getMessage())
                : e.getClass().getSimpleName() + " " + e.getMessage();
    }
}
