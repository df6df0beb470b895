package me.digi.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static me.digi.client.LocalDigiMe.thrownBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import me.digi.client.Contents.Watched;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.content.Content;
import me.digi.client.error.ApiException;
import me.digi.client.error.ContentException;
import me.digi.client.error.DigiMeException;
import me.digi.client.error.ErrorCode;
import me.digi.client.error.FileException;
import me.digi.client.error.NetworkException;
import me.digi.client.sandbox.CannedResponse;
import me.digi.client.sandbox.ContractKind;
import me.digi.client.sandbox.Delivery;
import me.digi.client.sandbox.ErrorShape;
import me.digi.client.sandbox.Operation;
import me.digi.client.storage.StorageFile;
import me.digi.client.storage.StorageFiles;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files in a storage: they come back as they went, or there is an error. */
class StoredFilesTest {
    @AutoClose
    private final CallScene scene = CallScene.withRetries();

    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource(Contents.class)
    void contentOfAnySizeAndKindComesBackAsItWas(Contents kind) throws IOException {
        for (int size : Contents.SIZES) {
            byte[] bytes = Contents.bytes(size);
            Content content = kind.of(bytes, directory);
            scene.files.upload("file", content);
            String length = content.length() == null ? null : String.valueOf(256 + 16 + (size / 16 + 1) * 16);
            assertThat(scene.local.last(Operation.UPLOAD_STORAGE_FILE).header("Content-Length"))
                    .isEqualTo(length);
            assertThat(download("file")).isEqualTo(bytes);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Diary/2023/notes.json, Diary/2023/notes.json",
        "a%20b, a%2520b",
        "100%, 100%25",
        "a?b#c, a%3Fb%23c",
        "a+b&c=d, a+b&c=d",
        "März/日本/☃, M%C3%A4rz/%E6%97%A5%E6%9C%AC/%E2%98%83",
        "😀, %F0%9F%98%80",
        "..., ...",
        ".hidden, .hidden"
    })
    void namesAreEncodedOnceAndComeBack(String path, String encoded) throws IOException {
        for (String given : List.of(path, "/" + path)) {
            scene.files.upload(given, Content.of(given));
            assertThat(scene.local.last(Operation.UPLOAD_STORAGE_FILE).path())
                    .endsWith("/files/apps/" + scene.local.sandbox.applicationId() + "/" + encoded);
            assertThat(new String(download(path), UTF_8)).isEqualTo(given);
        }
        StorageFile listed = scene.files.list().stream()
                .filter(file -> path.endsWith(file.originalName()))
                .findFirst()
                .orElseThrow();
        assertThat(listed.originalPath() + listed.originalName()).isEqualTo("/" + path);
        scene.files.deleteFile(path);
        assertThat(thrownBy(ApiException.class, () -> scene.files.download(path))
                        .status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a/../b", "..", "a//b", "//", "//a", "a b", "./a", "a\u0000b", "a\tb", "a\\b", "\u00a0", "\ud83d"
            })
    void pathsThatTheServiceDoesNotAllowAreNotSentAndShown(String path) {
        List<ThrowingCallable> calls = List.of(
                () -> scene.files.upload(path, Content.of("x")),
                () -> scene.files.download(path),
                () -> scene.files.download(path, directory.resolve("file")),
                () -> scene.files.deleteFile(path),
                () -> scene.files.deleteFolder(path),
                () -> scene.files.list(path),
                () -> scene.files.listRecursively(path));
        for (ThrowingCallable call : calls) {
            assertThatThrownBy(call)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("path must")
                    .hasMessageContaining(path.replaceAll("[\\p{Cntrl}\\p{Cs}]", " "));
        }
        assertThat(scene.local.asked()).isEmpty();
        assertThat(directory).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "folder/"})
    void aFolderIsNoFile(String path) {
        for (ThrowingCallable call : List.<ThrowingCallable>of(
                () -> scene.files.upload(path, Content.of("x")),
                () -> scene.files.download(path),
                () -> scene.files.deleteFile(path))) {
            assertThatThrownBy(call)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("path must name a file: \"" + path + "\"");
        }
        assertThat(scene.local.asked()).isEmpty();
    }

    @Test
    void p9_everythingIsDeletedByAPlainNameAndNotByAForgottenOne() {
        scene.files.upload("One/a", Content.of("x"));
        for (String forgotten : List.of("", "/")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> scene.files.deleteFolder(forgotten))
                    .withMessage("path must name a folder (deleteAll is for everything): \"" + forgotten + "\"");
        }
        assertThat(scene.files.list()).as("with the one of the scene").hasSize(2);
        scene.files.deleteAll();
        assertThat(scene.files.list()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "..", ".", "a\nb"})
    void whatCannotBeAStorageIdIsRejectedAtOnce(String storageId) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scene.digiMe.storages(scene.contract).files(storageId))
                .withMessageStartingWith("storageId must");
    }

    @Test
    void foldersAreListedAloneOrWithWhatIsBelow() {
        for (String path : List.of("a", "One/b", "One/Two/c", "Three/d")) {
            scene.files.upload(path, Content.of(path));
        }
        assertThat(scene.files.list()).hasSize(5);
        assertThat(scene.files.listRecursively("")).hasSize(5);
        assertThat(scene.files.list("/")).extracting(StorageFile::name).containsExactly("a");
        assertThat(scene.local.last(Operation.LIST_STORAGE_FILES).query()).isEqualTo("recursive=false");
        for (String folder : List.of("One", "/One", "One/", "/One/")) {
            assertThat(scene.files.list(folder)).extracting(StorageFile::name).containsExactly("b");
            assertThat(scene.files.listRecursively(folder))
                    .extracting(StorageFile::originalPath)
                    .containsExactlyInAnyOrder("/One/", "/One/Two/");
        }
        scene.files.deleteFolder("One");
        assertThat(scene.files.listRecursively("One")).isEmpty();
        assertThat(scene.files.list()).hasSize(3);
    }

    @Test
    void aDownloadThatIsRejectedIsAnErrorAndLeavesNoFile() {
        Path target = directory.resolve("none");
        for (ThrowingCallable call : List.<ThrowingCallable>of(
                () -> scene.files.download("none"), () -> scene.files.download("none", target))) {
            ApiException apiError = thrownBy(ApiException.class, call);
            assertThat(apiError.status()).isEqualTo(404);
            assertThat(apiError.operation()).isEqualTo("downloadStorageFile");
            assertThat(apiError.code()).isNotNull();
        }
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void aDownloadThatIsCutEndsInAnErrorAndLeavesTheFileThatWasThere() throws IOException {
        scene.files.upload("large", Content.of(Contents.bytes(300_001)));
        Path target = Files.writeString(directory.resolve("large"), "as it was");
        try (DigiMe digiMe = scene.builder().build()) {
            StorageFiles files = digiMe.storages(scene.contract).files(scene.storageId);
            cutNextDownloads();
            assertThatThrownBy(() -> drain(files.download("large")))
                    .isInstanceOfAny(ContentException.class, NetworkException.class);
            cutNextDownloads();
            assertThatThrownBy(() -> files.download("large", target)).isInstanceOf(NetworkException.class);
        }
        scene.local.sandbox.clearFaults();
        assertThat(target).hasContent("as it was");
        assertThat(directory.toFile().list()).containsExactly("large");

        scene.files.download("large", target);
        assertThat(target).hasBinaryContent(Contents.bytes(300_001));
        assertThat(directory.toFile().list()).containsExactly("large");
    }

    @Test
    void aPlaceThatCannotBeWrittenToIsTheFileSystemsError() {
        assertThatThrownBy(() -> scene.files.download(
                        CallScene.STORED, directory.resolve("no").resolve("such")))
                .isInstanceOf(IOException.class);
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void aFileOfAnotherKeyIsAnErrorAndNoFile() {
        ContractDetails other = scene.local.sandbox.addContract("other", ContractKind.READ);
        Path target = directory.resolve("file");
        FileException failure = thrownBy(
                FileException.class,
                () -> scene.digiMe.storages(other).files(scene.storageId).download(CallScene.STORED, target));
        assertThat(failure.problem()).isEqualTo(FileException.Problem.WRONG_KEY);
        assertThat(directory).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 287, 289})
    void aResponseThatIsNoFileIsAnError(int size) {
        scene.local.sandbox.failNext(
                Operation.DOWNLOAD_STORAGE_FILE, new CannedResponse(200, Map.of(), "x".repeat(size)));
        FileException failure = thrownBy(FileException.class, () -> scene.files.download(CallScene.STORED));
        assertThat(failure.problem()).isEqualTo(FileException.Problem.LENGTH);
    }

    @Test
    void anUploadIsRepeatedWholeOrNotAtAll() throws IOException {
        byte[] bytes = Contents.bytes(300_001);
        scene.local.sandbox.failNext(Operation.UPLOAD_STORAGE_FILE, tooMany());
        scene.files.upload("again", Content.of(bytes));
        assertThat(download("again")).isEqualTo(bytes);
        assertThat(scene.local.pauses).containsExactly(Duration.ofSeconds(7));

        scene.local.forget();
        Watched stream = new Watched(bytes);
        scene.local.sandbox.failNext(Operation.UPLOAD_STORAGE_FILE, tooMany());
        ApiException apiError = thrownBy(ApiException.class, () -> scene.files.upload("once", Content.once(stream)));
        assertThat(apiError.code()).isEqualTo(ErrorCode.TOO_MANY_REQUESTS);
        assertThat(apiError.retryAfter()).isEqualTo(Duration.ofSeconds(7));
        assertThat(scene.local.asked()).containsExactly(Operation.UPLOAD_STORAGE_FILE);
        assertThat(stream.isClosed()).isTrue();
        assertThat(scene.files.list("")).extracting(StorageFile::name).doesNotContain("once");
    }

    @Test
    void anUploadThatBreaksOffOrHasAnotherLengthStoresNothing() {
        for (Content content : List.of(
                Content.once(Contents.breakingOff(100_000)),
                Content.reopenable(200_000, () -> Contents.breakingOff(100_000)),
                Content.reopenable(900, () -> new Watched(Contents.bytes(1000))),
                Content.once(1100, new Watched(Contents.bytes(1000))))) {
            assertThat(thrownBy(DigiMeException.class, () -> scene.files.upload("broken", content)))
                    .hasRootCauseInstanceOf(IOException.class);
        }
        assertThat(scene.files.list("")).isEmpty();
    }

    @Test
    void aStorageThatIsNotThereOrNotTheUsersIsAnError() {
        assertThat(thrownBy(
                                ApiException.class,
                                () -> scene.digiMe
                                        .storages(scene.contract)
                                        .files("no storage/..")
                                        .list())
                        .status())
                .isEqualTo(404);
        UserAccessToken newcomer = scene.local.token();
        ApiException none = thrownBy(
                ApiException.class,
                () -> KnownUser.of(scene.digiMe, scene.contract, newcomer).fetchStorage());
        assertThat(none.status()).isEqualTo(404);
        assertThat(none.operation()).isEqualTo("fetchStorage");
    }

    /** Where not even the beginning of a response comes, what changes nothing may leave twice. */
    private void cutNextDownloads() {
        scene.local.sandbox.clearFaults();
        scene.local.sandbox.failNext(Operation.DOWNLOAD_STORAGE_FILE, Delivery.TRUNCATE);
        scene.local.sandbox.failNext(Operation.DOWNLOAD_STORAGE_FILE, Delivery.TRUNCATE);
    }

    private byte[] download(String path) throws IOException {
        return drain(scene.files.download(path));
    }

    private static byte[] drain(InputStream stream) throws IOException {
        try (stream) {
            return stream.readAllBytes();
        }
    }

    private static CannedResponse tooMany() {
        return CannedResponse.error(ErrorShape.CLOUD, 429, "TooManyRequests", "slower", null)
                .retryAfter("7");
    }
}
