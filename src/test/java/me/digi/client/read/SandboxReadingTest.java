package me.digi.client.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import me.digi.client.DigiMe;
import me.digi.client.DigiMeUser;
import me.digi.client.KnownUser;
import me.digi.client.TestSleepers;
import me.digi.client.auth.Authorized;
import me.digi.client.auth.PendingConsent;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.error.ContentException;
import me.digi.client.error.DigiMeException;
import me.digi.client.error.FileException;
import me.digi.client.error.FileException.Problem;
import me.digi.client.error.NetworkException;
import me.digi.client.sandbox.AccountProgress;
import me.digi.client.sandbox.Compression;
import me.digi.client.sandbox.Damage;
import me.digi.client.sandbox.FileContent;
import me.digi.client.sandbox.Operation;
import me.digi.client.sandbox.Sandbox;
import me.digi.client.sandbox.SandboxFile;
import me.digi.client.sandbox.SandboxLibrary;
import me.digi.client.sandbox.SyncScript;
import me.digi.client.sandbox.SyncStep;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SandboxReadingTest {
    private static final Map<Damage, Set<Problem>> PROBLEMS = new EnumMap<>(Map.ofEntries(
            Map.entry(Damage.CUT_CIPHERTEXT, Set.of(Problem.PADDING, Problem.COMPRESSED_DATA)),
            Map.entry(Damage.WRONG_LENGTH, Set.of(Problem.LENGTH)),
            Map.entry(Damage.TOO_SHORT, Set.of(Problem.LENGTH)),
            Map.entry(Damage.BAD_PADDING, Set.of(Problem.PADDING)),
            Map.entry(Damage.WRONG_KEY, Set.of(Problem.WRONG_KEY)),
            Map.entry(Damage.UNKNOWN_COMPRESSION, Set.of(Problem.COMPRESSION_UNKNOWN)),
            Map.entry(Damage.CUT_COMPRESSED, Set.of(Problem.COMPRESSED_DATA)),
            Map.entry(Damage.CORRUPT_COMPRESSED, Set.of(Problem.COMPRESSED_DATA)),
            Map.entry(Damage.WRONG_CHECKSUM, Set.of(Problem.COMPRESSED_DATA)),
            Map.entry(Damage.MISSING_METADATA, Set.of(Problem.METADATA_MISSING)),
            Map.entry(Damage.MALFORMED_METADATA, Set.of(Problem.METADATA_MALFORMED)),
            Map.entry(Damage.METADATA_NOT_JSON, Set.of(Problem.METADATA_MALFORMED)),
            Map.entry(Damage.UNKNOWN_METADATA, Set.of(Problem.METADATA_MALFORMED)),
            Map.entry(Damage.OVERSIZED_METADATA, Set.of(Problem.METADATA_MALFORMED))));

    @AutoClose
    private final Sandbox sandbox =
            Sandbox.builder().accessTokenLifetime(Duration.ofMinutes(10)).start();

    private final List<Duration> pauses = new CopyOnWriteArrayList<>();

    @AutoClose
    private final DigiMe digiMe = TestSleepers.recordingPauses(
                    DigiMe.builder()
                            .applicationId(sandbox.applicationId())
                            .environment(sandbox.environment())
                            .clock(sandbox.clock()),
                    pauses::add)
            .build();

    private final UserAccessToken token = consent();
    private final DigiMeUser user = KnownUser.of(digiMe, sandbox.contract(), token);
    private final SandboxLibrary library = sandbox.library(token.userId());

    @ParameterizedTest
    @EnumSource(Compression.class)
    void everyCompressionReturnsTheStoredContent(Compression compression) throws IOException {
        FileContent content = FileContent.json(300_000, 7);
        library.files(SandboxFile.mapped("f", content).compressed(compression)).script(SyncScript.atOnce());

        SessionFiles files = files();
        byte[] read = files.read(files.list().files().get(0)).readBytes();

        try (InputStream stored = content.open()) {
            assertThat(read).isEqualTo(stored.readAllBytes());
        }
    }

    @Test
    void closingTheClientEndsAFileThatIsBeingRead() throws IOException {
        library.files(SandboxFile.mapped("f", FileContent.json(16 << 20, 7))).script(SyncScript.atOnce());
        SessionFiles files = files();

        try (SessionFile file = files.read(files.list().files().get(0));
                InputStream content = file.stream()) {
            assertThat(content.readNBytes(1000)).hasSize(1000);
            digiMe.close();
            assertThat(catchThrowableOfType(ContentException.class, content::readAllBytes)
                            .failure())
                    .isInstanceOf(NetworkException.class);
        }
    }

    @ParameterizedTest
    @EnumSource(Damage.class)
    void everyDamageHasItsOwnErrorAndNeverLooksLikeSuccess(Damage damage) {
        SandboxFile file = SandboxFile.mapped("f", FileContent.json(50_000, 7))
                .compressed(damage.needsCompression() ? Compression.GZIP : Compression.NONE)
                .damaged(damage);
        library.files(file, SandboxFile.mapped("good", FileContent.of("[]"))).script(SyncScript.atOnce());
        SessionFiles files = files();
        files.list();

        DigiMeException failure = catchThrowableOfType(
                DigiMeException.class, () -> files.read("f").readBytes());
        ReadAllSummary summary = files.readAll(ListedFile::readBytes);

        if (damage == Damage.CUT_CONNECTION) {
            assertThat(failure).isInstanceOf(NetworkException.class);
        } else {
            assertThat(failure).isInstanceOf(FileException.class);
            assertThat(((FileException) failure).problem()).isIn(PROBLEMS.get(damage));
        }
        assertThat(summary.isComplete()).isFalse();
        assertThat(summary.files()).extracting(read -> read.entry().name()).containsExactly("good");
        assertThat(summary.failures())
                .singleElement()
                .satisfies(failed -> assertThat(failed.cause()).isInstanceOf(failure.getClass()));
    }

    @Test
    void aBrotliBombIsRejected() {
        library.files(SandboxFile.brotliBomb("bomb")).script(SyncScript.atOnce());
        SessionFiles files = user.files(
                user.startSession(),
                ReadOptions.builder().maxContentBytes(64 << 20).build());
        files.list();

        FileException failure = catchThrowableOfType(
                FileException.class, () -> files.read("bomb").readBytes());

        assertThat(failure.problem()).isEqualTo(Problem.TOO_LARGE);
    }

    @Test
    void aListThatGrowsAndChangesIsReadWithTheTokenExpiringInTheMiddle() {
        SandboxFile posts = SandboxFile.mapped("posts.json", FileContent.of("[1]"));
        SandboxFile more = posts.content(FileContent.of("[1,2]"));
        SandboxFile late = SandboxFile.mapped("late.json", FileContent.of("[]")).missingAtFirst(2);
        String account = library.accountIds().get(0);
        library.script(SyncScript.of(
                SyncStep.pending(),
                SyncStep.running().files(posts),
                SyncStep.running().files(more, late),
                SyncStep.partial()
                        .files(more, late)
                        .account(account, AccountProgress.failed(me.digi.client.sandbox.AccountError.reauthorize()))));
        SessionFiles files = files();
        sandbox.requests().clear();
        boolean[] expired = {false};

        Map<String, String> read = new ConcurrentHashMap<>();
        ReadAllSummary summary = files.readAllRequest()
                .listener(progress -> {
                    if (progress.filesDone() > 0 && !expired[0]) {
                        expired[0] = true;
                        // Not by the clock: a request that was signed just before would come from another time.
                        sandbox.expireAccessTokens();
                    }
                })
                .options(ReadAllOptions.builder().maxWait(Duration.ofDays(30)).build())
                .start(file -> read.put(file.name(), file.readText()))
                .await();

        assertThat(read).isEqualTo(Map.of("posts.json", "[1,2]", "late.json", "[]"));
        assertThat(summary.end()).isEqualTo(ReadAllSummary.End.SYNC_ENDED);
        assertThat(summary.failures()).isEmpty();
        assertThat(summary.isComplete()).isFalse();
        assertThat(summary.accounts().get(account).error().needsReauthorization())
                .isTrue();
        // Where the last request was under way already when the token expired, the next one is the first to notice.
        user.listAccounts();
        assertThat(sandbox.requests().of(Operation.REFRESH_TOKEN)).hasSize(1);
        assertThat(user.loadToken()).isNotEqualTo(token);
    }

    @Test
    void theMetadataOfEveryFileOfANewUserIsUnderstood() {
        library.script(SyncScript.atOnce());
        SessionFiles files = files();

        for (FileEntry entry : files.list().files()) {
            assertThat(files.fetchMetadata(entry.name())).isInstanceOf(MappedFileMetadata.class);
            assertThat(files.read(entry).readText()).isNotEmpty();
        }
    }

    private SessionFiles files() {
        return user.files(user.startSession());
    }

    private UserAccessToken consent() {
        PendingConsent link = digiMe.authorize(sandbox.contract())
                .redirectUri("https://app.example/callback")
                .start();
        Authorized authorized = (Authorized) link.read(sandbox.allow(link.url()));
        return digiMe.exchangeCode(sandbox.contract(), authorized);
    }
}
