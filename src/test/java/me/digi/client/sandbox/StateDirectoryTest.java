package me.digi.client.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import me.digi.client.sandbox.SandboxCaller.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A sandbox with a directory continues where the last one ended, even if that was killed. A seed reproduces keys and
 * tokens.
 */
class StateDirectoryTest {
    @TempDir
    Path directory;

    @Test
    void tokensKeysAndUsersAreTheSameAfterARestart() {
        Tokens tokens;
        String key;
        String kid;
        try (Sandbox first = start()) {
            SandboxCaller caller = new SandboxCaller(first);
            Tokens replaced = caller.consent();
            tokens = SandboxCaller.tokens(caller.refresh(replaced));
            key = first.privateKeyPem(first.contract());
            kid = String.valueOf(caller.authorize(caller.authorizeJwt(SandboxCaller.verifier()))
                    .tokenHeader()
                    .get("kid"));
            first.library(tokens.user()).add(SandboxFile.mapped("mine.json", FileContent.of("[1]")));
        }
        try (Sandbox second = start()) {
            SandboxCaller caller = new SandboxCaller(second);
            assertThat(second.privateKeyPem(second.contract())).isEqualTo(key);
            assertThat(caller.accounts(tokens.access()).status()).isEqualTo(200);
            assertThat(second.library(tokens.user()).files())
                    .extracting(SandboxFile::name)
                    .contains("mine.json");
            GrantView grant = second.grant(tokens.user(), second.contract());
            assertThat(grant.issued()).isEqualTo(2);
            assertThat(grant.pairs()).extracting(IssuedPair::end).containsExactly(IssuedPair.End.REFRESHED, null);
            assertThat(caller.refresh(tokens).status()).isEqualTo(201);
            assertThat(caller.authorize(caller.authorizeJwt(SandboxCaller.verifier()))
                            .tokenHeader()
                            .get("kid"))
                    .isEqualTo(kid);
        }
    }

    /**
     * Changes are saved before the response, so a copy of the directory at that moment is what a killed process leaves.
     */
    @Test
    void nothingThatAResponseReportedIsLostWhenTheProcessIsKilled() throws IOException {
        Path copy = directory.resolve("copy");
        try (Sandbox first = start()) {
            Tokens tokens = new SandboxCaller(first).consent();
            copy(directory.resolve("kept"), copy);
            Files.writeString(copy.resolve("users/half.json.tmp"), "{\"format\":");
            try (Sandbox second = Sandbox.builder()
                    .directory(copy)
                    .clockAt(first.clock().instant())
                    .start()) {
                assertThat(new SandboxCaller(second).refresh(tokens).status()).isEqualTo(201);
            }
        }
    }

    @Test
    void filesScriptsStoragesAndTheClockAreKept() throws IOException {
        FileContent large = FileContent.json(100_000, 7);
        byte[] own = "x".repeat(70_000).getBytes(UTF_8);
        String user;
        String account;
        try (Sandbox first = start()) {
            user = first.createUser(first.contract().contractId()).userId();
            SandboxLibrary library = first.library(user);
            account = library.addAccount(420, true);
            library.authorizeAccount(account, false);
            library.files(
                    SandboxFile.mapped("large.json", large)
                            .compressed(Compression.GZIP)
                            .origin(1, 2, 3)
                            .missingAtFirst(2),
                    SandboxFile.raw("own.bin", "image/png", FileContent.of(own)).damaged(Damage.BAD_PADDING),
                    SandboxFile.brotliBomb("bomb.json"));
            library.script(SyncScript.of(
                    SyncStep.running().library(1),
                    SyncStep.partial().library().account(account, AccountProgress.failed(AccountError.reauthorize()))));
            first.clock().advance(Duration.ofDays(3));
        }
        try (Sandbox second = start()) {
            assertThat(second.clock().ahead()).isEqualTo(Duration.ofDays(3));
            SandboxLibrary library = second.library(user);
            assertThat(library.accountIds()).contains(account);
            List<SandboxFile> files = library.files();
            assertThat(files).extracting(SandboxFile::name).containsExactly("large.json", "own.bin", "bomb.json");
            assertThat(files.get(0).content().open()).hasSameContentAs(large.open());
            assertThat(files.get(0).origin()).isEqualTo(new SandboxFile.Origin(1, 2, 3));
            assertThat(files.get(0).missing()).isEqualTo(2);
            assertThat(files.get(1).content().open()).hasBinaryContent(own);
            assertThat(files.get(1).damage()).isEqualTo(Damage.BAD_PADDING);
            assertThat(files.get(1).metadata()).containsEntry("mimetype", "image/png");
            assertThat(library.script().steps().get(0).libraryFiles()).isEqualTo(1);
            assertThat(library.script().steps().get(1).accounts().get(account).error())
                    .isEqualTo(AccountError.reauthorize());
        }
    }

    @Test
    void aDeletedUserStaysDeleted() {
        Tokens tokens;
        try (Sandbox first = start()) {
            tokens = new SandboxCaller(first).consent();
            first.deleteUser(tokens.user());
        }
        try (Sandbox second = start()) {
            assertThat(second.users()).isEmpty();
            assertThat(new SandboxCaller(second).accounts(tokens.access()).errorCode())
                    .isEqualTo("InvalidToken");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"format\":\"digi.me sandbox\",\"version\":1",
                "",
                "{}",
                "{\"format\":\"another\",\"version\":1}"
            })
    void aDamagedDocumentIsRejectedAndNotChanged(String damaged) throws IOException {
        start().close();
        Path file = directory.resolve("kept/sandbox.json");
        Files.writeString(file, damaged);
        assertThatIllegalStateException()
                .isThrownBy(this::start)
                .withMessageContaining("sandbox.json is damaged")
                .withMessageContaining("restore it from a backup, or delete");
        assertThat(file).hasContent(damaged);
    }

    @Test
    void aNewerFormatIsRejected() throws IOException {
        start().close();
        Path file = directory.resolve("kept/sandbox.json");
        Files.writeString(file, Files.readString(file).replace("\"version\": 1", "\"version\": 2"));
        assertThatIllegalStateException().isThrownBy(this::start).withMessageContaining("newer version");
    }

    @Test
    void aDirectoryCannotBeUsedByTwoSandboxes() {
        try (Sandbox first = start()) {
            assertThat(first.url()).isNotNull();
            assertThatIllegalStateException().isThrownBy(this::start).withMessageContaining("another sandbox");
        }
        start().close();
    }

    @Test
    void keysAreReadableOnlyByTheirOwner() throws IOException {
        try (Sandbox sandbox = start()) {
            Path key = sandbox.keyFile(sandbox.contract().contractId());
            assertThat(Files.readString(key)).isEqualTo(sandbox.privateKeyPem(sandbox.contract()));
            if (Files.getFileStore(key).supportsFileAttributeView("posix")) {
                assertThat(Files.getPosixFilePermissions(key)).hasSize(2);
            }
        }
    }

    @Test
    void aSeedReproducesKeysIdsAndTokens() {
        try (Sandbox one = seeded("a");
                Sandbox same = seeded("a");
                Sandbox other = seeded("b")) {
            assertThat(described(same)).isEqualTo(described(one));
            assertThat(other.controlToken()).isNotEqualTo(one.controlToken());
            assertThat(described(other)).isNotEqualTo(described(one));
        }
    }

    /** The keys of a seed are the same in every version, since they may be saved elsewhere. */
    @Test
    void aSeedReproducesThisKey() {
        try (Sandbox sandbox = seeded("a")) {
            assertThat(sandbox.privateKeyPem(sandbox.contract()))
                    .startsWith("-----BEGIN RSA PRIVATE KEY-----\n"
                            + "MIIEowIBAAKCAQEA381Y44HR3YUYMhUZGd4Iz93xpc6ogCHrwwNQmSyVauaAXw2t");
        }
    }

    private static Map<String, String> described(Sandbox sandbox) {
        Tokens tokens = SandboxCaller.tokens(new SandboxCaller(sandbox).refresh(new SandboxCaller(sandbox).consent()));
        return Map.of(
                "key", sandbox.privateKeyPem(sandbox.contract()),
                "control", sandbox.controlToken(),
                "user", tokens.user(),
                "access", tokens.access(),
                "refresh", tokens.refresh());
    }

    private static Sandbox seeded(String seed) {
        return Sandbox.builder().seed(seed).start();
    }

    private Sandbox start() {
        Sandbox sandbox = Sandbox.builder()
                .directory(directory.resolve("kept"))
                .runningClock()
                .start();
        sandbox.contract();
        return sandbox;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.write(target, Files.readAllBytes(file), StandardOpenOption.CREATE);
                }
            }
        }
    }
}
