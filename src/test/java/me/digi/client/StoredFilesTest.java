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
import me.digi.client.retry.RetryPolicy;
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

/** Files in a storage: a download equals the upload, or fails. */
class StoredFilesTest {
    @AutoClose
    private final CallSetup setup = CallSetup.withRetries();

    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource(Contents.class)
    void contentOfAnySizeAndKindIsDownloadedUnchanged(Contents kind) throws IOException {
        for (int size : Contents.SIZES) {
            byte[] bytes = Contents.bytes(size);
            Content content = kind.of(bytes, directory);
            setup.files.upload("file", content);
            String length = content.length() == null ? null : String.valueOf(256 + 16 + (size / 16 + 1) * 16);
            assertThat(setup.last(Operation.UPLOAD_STORAGE_FILE).header("Content-Length"))
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
    void namesAreEncodedOnce(String path, String encoded) throws IOException {
        for (String given : List.of(path, "/" + path)) {
            setup.files.upload(given, Content.of(given));
            assertThat(setup.last(Operation.UPLOAD_STORAGE_FILE).path())
                    .endsWith("/files/apps/" + setup.sandbox.applicationId() + "/" + encoded);
            assertThat(new String(download(path), UTF_8)).isEqualTo(given);
        }
        StorageFile listed = setup.files.list().stream()
                .filter(file -> path.endsWith(file.originalName()))
                .findFirst()
                .orElseThrow();
        assertThat(listed.originalPath() + listed.originalName()).isEqualTo("/" + path);
        setup.files.deleteFile(path);
        assertThat(thrownBy(ApiException.class, () -> setup.files.download(path))
                        .status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a/../b", "..", "a//b", "//", "//a", "a b", "./a", "a\u0000b", "a\tb", "a\\b", "\u00a0", "\ud83d"
            })
    void pathsThatTheServiceDoesNotAllowAreNotSentAndShown(String path) {
        List<ThrowingCallable> calls = List.of(
                () -> setup.files.upload(path, Content.of("x")),
                () -> setup.files.download(path),
                () -> setup.files.download(path, directory.resolve("file")),
                () -> setup.files.deleteFile(path),
                () -> setup.files.deleteFolder(path),
                () -> setup.files.list(path),
                () -> setup.files.listRecursively(path));
        for (ThrowingCallable call : calls) {
            assertThatThrownBy(call)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("path must")
                    .hasMessageContaining(path.replaceAll("[\\p{Cntrl}\\p{Cs}]", " "));
        }
        assertThat(setup.asked()).isEmpty();
        assertThat(directory).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "folder/"})
    void aFolderIsNoFile(String path) {
        for (ThrowingCallable call : List.<ThrowingCallable>of(
                () -> setup.files.upload(path, Content.of("x")),
                () -> setup.files.download(path),
                () -> setup.files.deleteFile(path))) {
            assertThatThrownBy(call)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("path must name a file: \"" + path + "\"");
        }
        assertThat(setup.asked()).isEmpty();
    }

    @Test
    void p9_everythingIsDeletedByAPlainNameAndNotByAForgottenOne() {
        setup.files.upload("One/a", Content.of("x"));
        for (String forgotten : List.of("", "/")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> setup.files.deleteFolder(forgotten))
                    .withMessage("path must name a folder (deleteAll deletes everything): \"" + forgotten + "\"");
        }
        assertThat(setup.files.list()).as("with the one of the setup").hasSize(2);
        setup.files.deleteAll();
        assertThat(setup.files.list()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "..", ".", "a\nb"})
    void invalidStorageIdsAreRejectedAtOnce(String storageId) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> setup.digiMe.storages(setup.contract).files(storageId))
                .withMessageStartingWith("storageId must");
    }

    @Test
    void foldersAreListedWithOrWithoutSubfolders() {
        for (String path : List.of("a", "One/b", "One/Two/c", "Three/d")) {
            setup.files.upload(path, Content.of(path));
        }
        assertThat(setup.files.list()).hasSize(5);
        assertThat(setup.files.listRecursively("")).hasSize(5);
        assertThat(setup.files.list("/")).extracting(StorageFile::name).containsExactly("a");
        assertThat(setup.last(Operation.LIST_STORAGE_FILES).query()).isEqualTo("recursive=false");
        for (String folder : List.of("One", "/One", "One/", "/One/")) {
            assertThat(setup.files.list(folder)).extracting(StorageFile::name).containsExactly("b");
            assertThat(setup.files.listRecursively(folder))
                    .extracting(StorageFile::originalPath)
                    .containsExactlyInAnyOrder("/One/", "/One/Two/");
        }
        setup.files.deleteFolder("One");
        assertThat(setup.files.listRecursively("One")).isEmpty();
        assertThat(setup.files.list()).hasSize(3);
    }

    @Test
    void aDownloadThatIsRejectedIsAnErrorAndLeavesNoFile() {
        Path target = directory.resolve("none");
        for (ThrowingCallable call : List.<ThrowingCallable>of(
                () -> setup.files.download("none"), () -> setup.files.download("none", target))) {
            ApiException apiError = thrownBy(ApiException.class, call);
            assertThat(apiError.status()).isEqualTo(404);
            assertThat(apiError.operation()).isEqualTo("downloadStorageFile");
            assertThat(apiError.code()).isNotNull();
        }
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void aDownloadThatIsCutEndsInAnErrorAndLeavesTheFileThatWasThere() throws IOException {
        setup.files.upload("large", Content.of(Contents.bytes(300_001)));
        Path target = Files.writeString(directory.resolve("large"), "as it was");
        DigiMe digiMe = setup.client(builder -> builder.retryPolicy(RetryPolicy.none()));
        StorageFiles files = digiMe.storages(setup.contract).files(setup.storageId);
        cutNextDownloads();
        assertThatThrownBy(() -> drain(files.download("large")))
                .isInstanceOfAny(ContentException.class, NetworkException.class);
        cutNextDownloads();
        assertThatThrownBy(() -> files.download("large", target)).isInstanceOf(NetworkException.class);
        setup.sandbox.clearFaults();
        assertThat(target).hasContent("as it was");
        assertThat(directory.toFile().list()).containsExactly("large");

        setup.files.download("large", target);
        assertThat(target).hasBinaryContent(Contents.bytes(300_001));
        assertThat(directory.toFile().list()).containsExactly("large");
    }

    @Test
    void aPlaceThatCannotBeWrittenToIsTheFileSystemsError() {
        assertThatThrownBy(() -> setup.files.download(
                        CallSetup.STORED, directory.resolve("no").resolve("such")))
                .isInstanceOf(IOException.class);
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void aFileOfAnotherKeyIsAnErrorAndNoFile() {
        ContractDetails other = setup.sandbox.addContract("other", ContractKind.READ);
        Path target = directory.resolve("file");
        FileException failure = thrownBy(
                FileException.class,
                () -> setup.digiMe.storages(other).files(setup.storageId).download(CallSetup.STORED, target));
        assertThat(failure.problem()).isEqualTo(FileException.Problem.WRONG_KEY);
        assertThat(directory).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 287, 289})
    void aResponseThatIsNotAFileIsAnError(int size) {
        setup.sandbox.failNext(Operation.DOWNLOAD_STORAGE_FILE, new CannedResponse(200, Map.of(), "x".repeat(size)));
        FileException failure = thrownBy(FileException.class, () -> setup.files.download(CallSetup.STORED));
        assertThat(failure.problem()).isEqualTo(FileException.Problem.LENGTH);
    }

    @Test
    void anUploadIsRepeatedWholeOrNotAtAll() throws IOException {
        byte[] bytes = Contents.bytes(300_001);
        setup.sandbox.failNext(Operation.UPLOAD_STORAGE_FILE, tooMany());
        setup.files.upload("again", Content.of(bytes));
        assertThat(download("again")).isEqualTo(bytes);
        assertThat(setup.pauses).containsExactly(Duration.ofSeconds(7));

        setup.forget();
        Watched stream = new Watched(bytes);
        setup.sandbox.failNext(Operation.UPLOAD_STORAGE_FILE, tooMany());
        ApiException apiError = thrownBy(ApiException.class, () -> setup.files.upload("once", Content.oneShot(stream)));
        assertThat(apiError.code()).isEqualTo(ErrorCode.TOO_MANY_REQUESTS);
        assertThat(apiError.retryAfter()).isEqualTo(Duration.ofSeconds(7));
        assertThat(setup.asked()).containsExactly(Operation.UPLOAD_STORAGE_FILE);
        assertThat(stream.isClosed()).isTrue();
        assertThat(setup.files.list("")).extracting(StorageFile::name).doesNotContain("once");
    }

    @Test
    void contentThatCanBeReadOnceIsClosedIfThePathIsRejected() {
        Watched stream = new Watched(new byte[1]);
        thrownBy(IllegalArgumentException.class, () -> setup.files.upload("a/../b", Content.oneShot(stream)));
        assertThat(stream.isClosed()).isTrue();
    }

    @Test
    void anUploadThatBreaksOffOrHasAnotherLengthStoresNothing() {
        for (Content content : List.of(
                Content.oneShot(Contents.breakingOff(100_000)),
                Content.repeatable(200_000, () -> Contents.breakingOff(100_000)),
                Content.repeatable(900, () -> new Watched(Contents.bytes(1000))),
                Content.oneShot(1100, new Watched(Contents.bytes(1000))))) {
            assertThat(thrownBy(DigiMeException.class, () -> setup.files.upload("broken", content)))
                    .hasRootCauseInstanceOf(IOException.class);
        }
        assertThat(setup.files.list("")).isEmpty();
    }

    @Test
    void aUserHasTheStorageThatTheyWereAuthorizedWith() {
        assertThat(setup.user.fetchStorage().id()).isEqualTo(setup.storageId);
    }

    @Test
    void aStorageThatIsNotThereOrNotTheUsersIsAnError() {
        assertThat(thrownBy(
                                ApiException.class,
                                () -> setup.digiMe
                                        .storages(setup.contract)
                                        .files("no storage/..")
                                        .list())
                        .status())
                .isEqualTo(404);
        UserAccessToken newcomer = setup.token();
        ApiException none = thrownBy(
                ApiException.class,
                () -> KnownUser.of(setup.digiMe, setup.contract, newcomer).fetchStorage());
        assertThat(none.status()).isEqualTo(404);
        assertThat(none.operation()).isEqualTo("fetchStorage");
    }

    /** Without any response, a request that changes nothing may be sent twice. */
    private void cutNextDownloads() {
        setup.sandbox.clearFaults();
        setup.sandbox.failNext(Operation.DOWNLOAD_STORAGE_FILE, Delivery.TRUNCATE);
        setup.sandbox.failNext(Operation.DOWNLOAD_STORAGE_FILE, Delivery.TRUNCATE);
    }

    private byte[] download(String path) throws IOException {
        return drain(setup.files.download(path));
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
