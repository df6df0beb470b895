package me.digi.client.store;

import static java.nio.file.attribute.PosixFilePermissions.fromString;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import me.digi.client.sandbox.TokenStoreContract;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file store in a directory that others can write to, such as a mount with a fixed mode. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class UnsafeDirectoryTest {
    private static final GrantKey GRANT = new GrantKey("contract", "user");
    private static final StoredGrant FIRST = new StoredGrant(1, "{\"secret\":\"pair\"}");

    @TempDir
    private Path temp;

    private Path mount;
    private Path own;

    @BeforeEach
    void find() throws IOException {
        mount = temp.toRealPath();
        own = mount.resolve("digime-tokens");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rwxrwxrwx", "rwxrwxr-x", "rwx----w-"})
    void p11_theStoreUsesItsOwnSubdirectoryAndPrintsIt(String permissions) throws IOException {
        Files.setPosixFilePermissions(mount, fromString(permissions));
        FileTokenStore store = new FileTokenStore(mount);
        assertThat(store.directory()).isEqualTo(own);
        assertThat(Files.getPosixFilePermissions(own)).isEqualTo(fromString("rwx------"));
        assertThat(store.compareAndSet(GRANT, 0, FIRST)).isTrue();
        assertThat(names(mount)).containsExactly("digime-tokens");
        assertThat(names(own))
                .hasSize(2)
                .allMatch(name -> name.startsWith(".lock-") || name.equals(GRANT.grantId() + ".json"));

        TokenStoreContract.checkShared(store, new FileTokenStore(mount));
        assertThat(new FileTokenStore(mount).load(GRANT)).isEqualTo(FIRST);
    }

    @Test
    void p11_aDirectoryOfTheProcessIsUsed() {
        assertThat(new FileTokenStore(mount).directory()).isEqualTo(mount);
        assertThat(new FileTokenStore(mount.resolve("a/b")).directory()).isEqualTo(mount.resolve("a/b"));
    }

    @Test
    void p11_recordsAreStillFoundOnceTheDirectoryIsSafe() throws IOException {
        Files.setPosixFilePermissions(mount, fromString("rwxrwxrwx"));
        new FileTokenStore(mount).compareAndSet(GRANT, 0, FIRST);
        Files.setPosixFilePermissions(mount, fromString("rwx------"));
        FileTokenStore store = new FileTokenStore(mount);
        assertThat(store.load(GRANT)).isEqualTo(FIRST);
        assertThat(store.directory()).isEqualTo(own);
    }

    @Test
    void p11_recordsThatOthersCouldHaveSwappedAreRejectedAndNotLeftBehind() throws IOException {
        new FileTokenStore(mount).compareAndSet(GRANT, 0, FIRST);
        Files.setPosixFilePermissions(mount, fromString("rwxrwxr-x"));
        assertRejected("others can write to the directory " + mount + " (rwxrwxr-x), and it contains token"
                + " records; chmod 700 it, or move the records to its sub-directory digime-tokens");
        assertThat(own).doesNotExist();

        Files.createDirectory(own);
        Files.setPosixFilePermissions(own, fromString("rwx------"));
        String record = GRANT.grantId() + ".json";
        Files.move(mount.resolve(record), own.resolve(record));
        assertThat(new FileTokenStore(mount).load(GRANT)).isEqualTo(FIRST);
    }

    @Test
    void p11_recordsInASafeDirectoryWinOverASubdirectory() throws IOException {
        new FileTokenStore(mount).compareAndSet(GRANT, 0, FIRST);
        Files.createDirectory(own);
        assertThat(new FileTokenStore(mount).load(GRANT)).isEqualTo(FIRST);
    }

    @Test
    void p11_aMountWithAFixedModeIsRejectedWithUsableAdvice() throws IOException {
        Files.createDirectory(own);
        Files.setPosixFilePermissions(own, fromString("rwxrwxrwx"));
        Files.setPosixFilePermissions(mount, fromString("rwxrwxrwx"));
        assertRejected("others can write to the directory " + own
                + " (rwxrwxrwx); chmod 700 it, or use a directory on another file system");
    }

    @Test
    void p11_aSubdirectoryThatIsALinkIsRejected() throws IOException {
        Path elsewhere = Files.createDirectory(mount.resolve("elsewhere"));
        Files.setPosixFilePermissions(elsewhere, fromString("rwx------"));
        Files.createSymbolicLink(own, elsewhere);
        Files.setPosixFilePermissions(mount, fromString("rwxrwxrwx"));
        assertRejected(own + " is a link, not a directory; remove it, or use another directory");
        assertThat(names(elsewhere)).isEmpty();
    }

    @Test
    void p11_aSubdirectoryOfAnotherUserIsRejected() throws IOException {
        Files.createDirectory(own);
        Files.setPosixFilePermissions(own, fromString("rwx------"));
        assumeTrue((int) Files.getAttribute(own, "unix:uid") == 0, "only root can give a directory away");
        Files.setAttribute(own, "unix:uid", 65534);
        Files.setPosixFilePermissions(mount, fromString("rwxrwxrwx"));
        assertRejected(own + " belongs to another user of this machine; use another directory");
        assertThat(names(own)).isEmpty();
    }

    private void assertRejected(String why) {
        assertThatThrownBy(() -> new FileTokenStore(mount))
                .isInstanceOf(TokenStoreException.class)
                .hasMessage("cannot open the token store: " + mount + ": " + why);
    }

    private static Stream<String> names(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).toList().stream();
        }
    }
}
