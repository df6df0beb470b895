package me.digi.client.store;

import static java.nio.file.attribute.PosixFilePermissions.fromString;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import me.digi.client.internal.io.Json;
import me.digi.client.sandbox.TokenStoreContract;
import me.digi.client.store.TokenStoreException.Operation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileTokenStoreTest {
    private static final GrantKey GRANT = new GrantKey("contract", "../user/42");
    private static final StoredGrant FIRST = new StoredGrant(1, "{\"secret\":\"pair\"}");

    @TempDir
    private Path temp;

    @Test
    void keepsTheContract() {
        TokenStoreContract.checkShared(new FileTokenStore(temp), new FileTokenStore(temp));
    }

    @Test
    void aDirectoryThatTwoPathsLeadToIsOneStore() throws IOException {
        Path link = Files.createSymbolicLink(temp.resolve("link"), Files.createDirectory(temp.resolve("real")));
        Files.setPosixFilePermissions(temp.resolve("real"), fromString("rwx------"));
        TokenStoreContract.checkShared(new FileTokenStore(temp.resolve("real")), new FileTokenStore(link));
    }

    @Test
    void theFileIsNamedAfterAHashAndSaysInsideWhoseItIs() throws IOException {
        written();
        assertThat(record().getFileName().toString()).matches("[0-9a-f]{64}\\.json");
        assertThat(Json.parseObject(Files.readString(record())))
                .containsEntry("contractId", "contract")
                .containsEntry("userKey", "../user/42")
                .containsEntry("version", 1L)
                .containsEntry("content", FIRST.content());
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void onlyTheOwnerHasAccess() throws IOException {
        Path directory = temp.resolve("a/b");
        FileTokenStore store = new FileTokenStore(directory);
        store.compareAndSet(GRANT, 0, FIRST);
        store.compareAndSet(GRANT, 1, FIRST.next("{}"));
        assertThat(permissions(temp.resolve("a"))).isEqualTo(fromString("rwx------"));
        assertThat(permissions(directory)).isEqualTo(fromString("rwx------"));
        assertThat(files(directory))
                .hasSize(2)
                .allSatisfy(file -> assertThat(permissions(file)).isEqualTo(fromString("rw-------")));
    }

    @Test
    void aPathThatIsNotADirectoryIsRejected() throws IOException {
        Path file = Files.createFile(temp.resolve("file"));
        assertThatThrownBy(() -> new FileTokenStore(file))
                .isInstanceOf(TokenStoreException.class)
                .hasMessageContaining(file.toString())
                .extracting(e -> ((TokenStoreException) e).operation())
                .isEqualTo(Operation.OPEN);
    }

    @Test
    void leftoversOfKilledWritersAreRemovedOnOpeningAndOnWriting() throws IOException {
        Path ownLeftover = leftover(written());
        Path othersLeftover = Files.writeString(temp.resolve("ab".repeat(32) + ".tmp"), "half a rec");
        Path notOurs = Files.writeString(temp.resolve("notes.tmp"), "keep");

        FileTokenStore store = new FileTokenStore(temp);
        assertThat(ownLeftover).doesNotExist();
        assertThat(othersLeftover).doesNotExist();
        assertThat(notOurs).exists();

        Files.writeString(ownLeftover, "half a rec");
        assertThat(store.load(GRANT)).isEqualTo(FIRST);
        assertThat(store.compareAndSet(GRANT, 1, FIRST.next("{}"))).isTrue();
        assertThat(ownLeftover).doesNotExist();

        Files.writeString(ownLeftover, "half a rec");
        store.delete(GRANT);
        assertThat(ownLeftover).doesNotExist();
    }

    @Test
    void aFileThatAWriterIsAboutToMoveIsNotALeftover() throws IOException {
        Path temporary = leftover(written());
        Path lock = files(temp).stream()
                .filter(file -> file.getFileName().toString().startsWith(".lock-"))
                .findFirst()
                .orElseThrow();
        try (ChildJvm holder = ChildJvm.start(LockHolder.class, lock.toString())) {
            assertThat(holder.readLine()).isEqualTo("locked");
            FileTokenStore store = new FileTokenStore(temp, Duration.ZERO);
            assertThat(temporary).exists();
            assertThat(store.load(GRANT)).isEqualTo(FIRST);
            assertThatThrownBy(() -> store.compareAndSet(GRANT, 1, FIRST.next("{}")))
                    .isInstanceOf(TokenStoreException.class)
                    .hasMessageEndingWith("another process holds the lock " + lock.toRealPath());
            holder.kill();
            assertThat(store.compareAndSet(GRANT, 1, FIRST.next("{}"))).isTrue();
        }
    }

    /** Another process that holds a lock until it is killed. */
    static final class LockHolder {
        public static void main(String[] arguments) throws IOException {
            try (RandomAccessFile file = new RandomAccessFile(arguments[0], "rw");
                    FileLock lock = file.getChannel().lock()) {
                System.out.println(lock.isValid() ? "locked" : "not locked");
                System.out.println(System.in.read());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{\"format\":\"digime-grant/1\",\"contractId\":\"contract\",\"userKey\":\"../user/42\",\"version\":1,\"cont",
                "not even JSON",
                "{\"format\":\"digime-grant/2\",\"contractId\":\"contract\",\"userKey\":\"../user/42\",\"version\":1,\"content\":\"secret\"}",
                "{\"format\":\"digime-grant/1\",\"contractId\":\"contract\",\"userKey\":\"other\",\"version\":1,\"content\":\"secret\"}",
                "{\"format\":\"digime-grant/1\",\"contractId\":\"contract\",\"userKey\":\"../user/42\",\"version\":0,\"content\":\"secret\"}",
                "{\"format\":\"digime-grant/1\",\"contractId\":\"contract\",\"userKey\":\"../user/42\",\"version\":\"1\",\"content\":\"secret\"}",
                "{\"format\":\"digime-grant/1\",\"contractId\":\"contract\",\"userKey\":\"../user/42\",\"version\":1}",
            })
    void aDamagedOrForeignFileIsAnErrorThatNamesItAndIsNotOverwritten(String text) throws IOException {
        FileTokenStore store = written();
        Files.writeString(record(), text);
        for (Throwable e : List.of(
                catchThrowable(() -> store.load(GRANT)),
                catchThrowable(() -> store.compareAndSet(GRANT, 1, FIRST.next("{}"))),
                catchThrowable(() -> store.compareAndSet(GRANT, 0, FIRST)))) {
            assertThat(e)
                    .isInstanceOf(TokenStoreException.class)
                    .hasMessageContainingAll(record().toString(), "damaged");
            assertThat(Secrets.everythingIn(e)).doesNotContain("secret");
        }
        assertThat(record()).hasContent(text);
        store.delete(GRANT);
        assertThat(store.load(GRANT)).isNull();
    }

    @Test
    void bytesThatAreNotTextAreDamage() throws IOException {
        FileTokenStore store = written();
        byte[] bytes = Files.readAllBytes(record());
        bytes[bytes.length - 10] = (byte) 0xff;
        Files.write(record(), bytes);
        assertThatThrownBy(() -> store.load(GRANT))
                .isInstanceOf(TokenStoreException.class)
                .hasMessageContaining("damaged");
    }

    @Test
    void aDirectoryThatIsGoneIsNotOneWithoutGrants() throws IOException {
        FileTokenStore store = new FileTokenStore(temp.resolve("gone"));
        Files.delete(temp.resolve("gone"));
        assertThatThrownBy(() -> store.load(GRANT))
                .isInstanceOf(TokenStoreException.class)
                .hasMessageContaining(temp.resolve("gone").toString());
    }

    @Test
    void aWriteThatFailsLeavesTheOldRecordAndNoTemporaryFile() throws IOException {
        FileTokenStore store = written();
        Path temporary = leftover(store);
        Files.delete(temporary);
        // A directory in the temporary file's place stands for a disk that is full.
        Files.createDirectories(temporary.resolve("full"));
        assertThatThrownBy(() -> store.compareAndSet(GRANT, 1, FIRST.next("{}")))
                .isInstanceOf(TokenStoreException.class)
                .satisfies(
                        e -> assertThat(((TokenStoreException) e).operation()).isEqualTo(Operation.WRITE));
        assertThat(store.load(GRANT)).isEqualTo(FIRST);
    }

    @Test
    void anInterruptedThreadReadsAndWritesAndStaysInterrupted() {
        FileTokenStore store = new FileTokenStore(temp);
        Thread.currentThread().interrupt();
        try {
            assertThat(store.compareAndSet(GRANT, 0, FIRST)).isTrue();
            assertThat(store.load(GRANT)).isEqualTo(FIRST);
            store.delete(GRANT);
            assertThat(store.load(GRANT)).isNull();
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    private FileTokenStore written() {
        FileTokenStore store = new FileTokenStore(temp);
        assertThat(store.compareAndSet(GRANT, 0, FIRST)).isTrue();
        return store;
    }

    private Path leftover(FileTokenStore store) throws IOException {
        assertThat(store.load(GRANT)).isNotNull();
        String name = record().getFileName().toString().replace(".json", ".tmp");
        return Files.writeString(record().resolveSibling(name), "half a rec");
    }

    private Path record() throws IOException {
        return files(temp.toRealPath()).stream()
                .filter(file -> file.toString().endsWith(".json"))
                .findFirst()
                .orElseThrow();
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        }
    }

    private static Set<PosixFilePermission> permissions(Path path) throws IOException {
        return Files.getPosixFilePermissions(path);
    }

    @Test
    void h4_aFileThatIsTooLargeForARecordIsDamagedAndNotRead() throws IOException {
        FileTokenStore store = written();
        try (RandomAccessFile file = new RandomAccessFile(record().toFile(), "rw")) {
            file.setLength((64L << 20) + 1);
        }

        assertThatThrownBy(() -> store.load(GRANT))
                .isInstanceOf(TokenStoreException.class)
                .hasMessageContaining("damaged: larger than any record");
    }
}
