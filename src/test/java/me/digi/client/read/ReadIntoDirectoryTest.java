package me.digi.client.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ReadIntoDirectoryTest {
    @AutoClose
    private final FileServer server = new FileServer();

    @TempDir
    private Path temporary;

    @Test
    void eachFileIsSavedUnderASafeName() throws IOException {
        Path directory = temporary.resolve("new/data");
        server.file("a.json", "a").file("../escape", "b").file("A.json", "c").file("con", "d");
        server.lists(FileServer.list("completed", "a.json@1", "../escape@1", "A.json@1", "con@1"));

        ReadAllSummary summary = server.files().readAll(directory);

        assertThat(summary.isComplete()).isTrue();
        assertThat(namesIn(directory)).hasSize(4).contains("%2E.%2Fescape", "%63on");
        assertThat(namesIn(temporary)).containsExactly("new");
        for (ReadFile file : summary.files()) {
            assertThat(file.path()).hasParent(directory).isRegularFile();
        }
        assertThat(summary.files())
                .extracting(file -> Files.readString(file.path()))
                .containsExactly("a", "b", "c", "d");
    }

    @Test
    void p10_eachFileHasTheSameNameInEveryRunInAnyOrder() throws IOException {
        server.file("TITLE.json", "upper").file("title.json", "lower").file("Title.json", "both");
        server.lists(FileServer.list("completed", "TITLE.json@1", "title.json@1", "Title.json@1"));
        Path first = temporary.resolve("first");
        server.files().readAll(first);
        server.lists(FileServer.list("completed", "Title.json@1"))
                .lists(FileServer.list("completed", "title.json@1", "TITLE.json@1", "Title.json@1"));
        Path second = temporary.resolve("second");
        server.files().readAll(second);
        server.files().readAll(second);

        assertThat(namesIn(first)).hasSize(3).contains("title.json");
        assertThat(namesIn(second)).containsExactlyInAnyOrderElementsOf(namesIn(first));
        for (String name : namesIn(first)) {
            assertThat(second.resolve(name)).hasSameTextualContentAs(first.resolve(name));
        }
    }

    @Test
    void p10_aFileWithAnInvalidNameIsNotRequested() {
        server.lists("{\"status\":{\"state\":\"completed\"},\"fileList\":[{\"name\":\"a\\uD800\",\"updatedDate\":1},"
                + "{\"name\":\"a\\uD801\",\"updatedDate\":1}]}");

        ReadAllSummary summary = server.files().readAll(temporary);

        assertThat(summary.failures())
                .hasSize(2)
                .allSatisfy(failed -> assertThat(failed.cause()).hasMessageContaining("unpaired surrogate"));
    }

    @Test
    void aNewVersionReplacesTheOldOne() throws IOException {
        Files.writeString(temporary.resolve("a"), "an older and longer one");
        server.file("a", "new");
        server.lists(FileServer.list("completed", "a@1"));

        server.files().readAll(temporary);

        assertThat(temporary.resolve("a")).hasContent("new");
    }

    @Test
    void aFailedFileLeavesTheDirectoryUnchanged() throws IOException {
        Files.writeString(temporary.resolve("b"), "old");
        byte[] damaged = FileMaker.encryptUnpadded(FileServer.KEY.getPublic(), new byte[160_000]);
        server.file("a", damaged, null).file("b", damaged, null);
        server.lists(FileServer.list("completed", "a@1", "b@1"));

        ReadAllSummary summary = server.files().readAll(temporary);

        assertThat(summary.failures()).hasSize(2);
        assertThat(namesIn(temporary)).containsExactly("b");
        assertThat(temporary.resolve("b")).hasContent("old");
    }

    @Test
    void stoppingLeavesNothingHalfWritten() throws Exception {
        byte[] encrypted = FileMaker.encrypt(FileServer.KEY.getPublic(), FileMaker.random(1_000_000));
        server.file("slow", request -> FileServer.stalling(encrypted));
        server.lists(FileServer.list("completed", "slow@1"));
        ReadAllRun run = server.files().readAllRequest().startInto(temporary);
        while (namesIn(temporary).isEmpty()) {
            Thread.onSpinWait();
        }

        run.stop();
        run.await();

        assertThat(namesIn(temporary)).isEmpty();
    }

    @Test
    void onlyTheOwnerCanReadTheFiles() throws IOException {
        server.file("a", "secret");
        server.lists(FileServer.list("completed", "a@1"));

        server.files().readAll(temporary);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(temporary.resolve("a"))))
                .isEqualTo("rw-------");
    }

    @Test
    void aPlaceThatCannotBeWrittenToIsReportedForTheFile() throws IOException {
        Files.createDirectories(temporary.resolve("a/in the way"));
        server.file("a", "content").file("b", "content");
        server.lists(FileServer.list("completed", "a@1", "b@1"));

        ReadAllSummary summary = server.files().readAll(temporary);

        assertThat(summary.failures()).singleElement().satisfies(failed -> {
            assertThat(failed.entry().name()).isEqualTo("a");
            assertThat(failed.cause()).isInstanceOf(IOException.class);
        });
        assertThat(namesIn(temporary)).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void aDirectoryThatCannotBeUsedIsRejectedBeforeAnythingIsRead() throws IOException {
        Path file = Files.writeString(temporary.resolve("file"), "");

        assertThatThrownBy(() -> server.files().readAll(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("directory cannot be used: " + file);
        assertThat(server.server.getRequestCount()).isZero();
    }

    private static List<String> namesIn(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
