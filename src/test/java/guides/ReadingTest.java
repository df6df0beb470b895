package guides;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import me.digi.client.DigiMeUser;
import me.digi.client.auth.PendingConsent;
import me.digi.client.read.FileEntry;
import me.digi.client.read.Last;
import me.digi.client.read.ReadAllOptions;
import me.digi.client.read.ReadAllRun;
import me.digi.client.read.ReadAllSummary;
import me.digi.client.read.Scope;
import me.digi.client.read.Session;
import me.digi.client.read.SessionFile;
import me.digi.client.read.SessionFiles;
import me.digi.client.read.SessionOptions;
import me.digi.client.read.TimeRange;
import me.digi.client.report.PortabilityReport;
import me.digi.client.sandbox.AccountError;
import me.digi.client.sandbox.AccountProgress;
import me.digi.client.sandbox.Sandbox;
import me.digi.client.sandbox.SandboxLibrary;
import me.digi.client.sandbox.SyncScript;
import me.digi.client.sandbox.SyncStep;
import me.digi.client.sandbox.junit.SandboxExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The code of {@code docs/reading.md}. */
class ReadingTest {
    @RegisterExtension
    static final SandboxExtension extension = MyApp.atASandbox();

    @TempDir
    Path directory;

    private final Map<String, Object> stored = new ConcurrentHashMap<>();
    private final List<Object> shown = new ArrayList<>();

    @BeforeAll
    static void nobodyWaits(Sandbox sandbox) {
        sandbox.newUsers(library -> library.script(SyncScript.atOnce()));
    }

    @Test
    void allFiles(DigiMeUser user) {
        // docs: all files
        Session session = user.startSession();
        ReadAllSummary summary = user.files(session).readAll(file -> store(file.name(), file.stream()));

        if (!summary.isComplete()) {
            summary.failures().forEach(failure -> log(failure.entry().name(), failure.cause()));
            summary.accounts().forEach((accountId, sync) -> log(accountId, sync.error()));
        }
        // docs: end
        assertThat(stored).isNotEmpty();
        assertThat(shown).isEmpty();
    }

    @Test
    void allFilesIntoADirectory(DigiMeUser user) throws IOException {
        // docs: into a directory
        ReadAllSummary summary = user.files(user.startSession()).readAll(directory);
        // docs: end
        assertThat(summary.isComplete()).isTrue();
        try (var files = Files.list(directory)) {
            assertThat(files.count()).isEqualTo(summary.files().size());
        }
    }

    @Test
    void withProgress(DigiMeUser user) {
        SessionFiles files = user.files(user.startSession());
        // docs: with progress
        ReadAllRun run = files.readAllRequest()
                .options(ReadAllOptions.builder()
                        .parallelism(8)
                        .maxWait(Duration.ofMinutes(2))
                        .build())
                .listener(progress -> show(progress.filesDone() + " of " + progress.filesKnown()))
                .start(file -> store(file.name(), file.readText()));

        ReadAllSummary summary = run.await(); // or run.stop()
        // docs: end
        assertThat(summary.isComplete()).isTrue();
        assertThat(shown).isNotEmpty();
    }

    @Test
    void oneFile(DigiMeUser user) throws IOException {
        Path target = directory.resolve("file");
        // docs: one file
        SessionFiles files = user.files(user.startSession());
        FileEntry entry = files.list().files().get(0);
        try (SessionFile file = files.read(entry)) {
            Files.copy(
                    file.stream(), target, StandardCopyOption.REPLACE_EXISTING); // or file.readBytes(), file.readText()
        }
        // docs: end
        assertThat(target).isNotEmptyFile();
    }

    @Test
    void aPart(DigiMeUser user) {
        // docs: a part
        SessionOptions options = SessionOptions.builder()
                .scope(Scope.builder()
                        .addTimeRanges(TimeRange.last(Last.months(6)))
                        .build())
                .sourceFetchLimit(Duration.ofMinutes(1)) // what is not there by then is reported as partial
                .build();
        Session session = user.startSession(options);
        // docs: end
        assertThat(user.files(session).list()).isNotNull();
    }

    @Test
    void accountsThatNeedTheUser(Sandbox sandbox, DigiMeUser user) {
        SandboxLibrary library = sandbox.library(user.loadToken().userId());
        String bank = library.accountIds().get(0);
        library.script(SyncScript.of(
                SyncStep.partial().library().account(bank, AccountProgress.failed(AccountError.reauthorize()))));
        ReadAllSummary summary = user.files(user.startSession()).readAll(file -> store(file.name(), file.readText()));
        // docs: accounts that need the user
        summary.accounts().forEach((accountId, sync) -> {
            if (sync.error() != null && sync.error().needsReauthorization()) {
                PendingConsent pending = user.reauthorizeAccount(accountId)
                        .redirectUri("https://my.app/back")
                        .start();
                show(pending.url());
            }
        });
        // docs: end
        assertThat(shown).hasSize(1);
    }

    @Test
    void report(DigiMeUser user) throws IOException {
        Path target = directory.resolve("report.xml");
        // docs: a report
        try (InputStream report = user.downloadReport(PortabilityReport.medMij())) {
            Files.copy(report, target);
        }
        // docs: end
        assertThat(target).isNotEmptyFile();
    }

    private void store(String name, InputStream content) throws IOException {
        stored.put(name, content.readAllBytes());
    }

    private void store(String name, String content) {
        stored.put(name, content);
    }

    private void show(Object what) {
        shown.add(what);
    }

    private void log(String what, Object why) {
        shown.add(what + ": " + why);
    }
}
