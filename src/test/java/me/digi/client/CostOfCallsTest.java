package me.digi.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import me.digi.client.auth.PendingConsent;
import me.digi.client.auth.RefreshResult.Refreshed;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.internal.crypto.FastProvider;
import me.digi.client.read.ListedFile;
import me.digi.client.read.Session;
import me.digi.client.sandbox.FileContent;
import me.digi.client.sandbox.Operation;
import me.digi.client.sandbox.SandboxFile;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/**
 * The cost of calls, counted and not timed: requests, and the memory that the client's threads allocate. The bounds are
 * a tenth above the most that was measured with the Corretto provider; a change that needs more has to say why.
 */
class CostOfCallsTest {
    private static final int CALLS = 300;
    private static final int ROUNDS = 20;

    /** The JDK's provider allocates this much for a signature. */
    private static final long SIGNATURE = FastProvider.find() == null ? 51_000 : 0;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @AutoClose
    private final LocalDigiMe local = new LocalDigiMe();

    private final UserAccessToken token = local.token();
    private final DigiMeUser user = KnownUser.of(local.digiMe, local.contract, token);

    @Test
    void eachOperationSendsItsRequestsAndNoMore() {
        assertThat(requestsOf(user::listAccounts)).containsExactlyEntriesOf(Map.of(Operation.LIST_ACCOUNTS, 1L));
        assertThat(requestsOf(user::refresh)).containsExactlyEntriesOf(Map.of(Operation.REFRESH_TOKEN, 1L));
        assertThat(requestsOf(user::startSession)).containsExactlyEntriesOf(Map.of(Operation.START_SESSION, 1L));
        assertThat(requestsOf(
                        () -> local.digiMe.user(local.contract, token.userId()).listAccounts()))
                .containsExactlyEntriesOf(Map.of(Operation.LIST_ACCOUNTS, 1L));
    }

    @Test
    void aSignInIsTwoRequests() {
        assertThat(requestsOf(this::signIn))
                .containsOnly(Map.entry(Operation.AUTHORIZE, 1L), Map.entry(Operation.EXCHANGE_CODE, 1L));
    }

    @Test
    void readingAllFilesIsAListAndARequestForEachFile() {
        local.sandbox.library(token.userId()).files(smallFiles(20));
        Session session = user.startSession();

        Map<Operation, Long> requests = requestsOf(() -> readAll(session));

        assertThat(requests).containsEntry(Operation.DOWNLOAD_FILE, 20L);
        assertThat(requests).containsOnlyKeys(Operation.DOWNLOAD_FILE, Operation.LIST_FILES);
        assertThat(requests.get(Operation.LIST_FILES)).isLessThanOrEqualTo(3);
    }

    @Test
    void aCallAllocatesLittle() {
        assertAllocatesLessThan(98_000, user::listAccounts);
    }

    @Test
    void aRefreshAllocatesLittle() {
        UserAccessToken[] pair = {local.token()};
        assertAllocatesLessThan(
                115_000, () -> pair[0] = ((Refreshed) local.digiMe.refreshToken(local.contract, pair[0])).token());
    }

    @Test
    void aSmallFileAllocatesLittle() {
        local.sandbox.library(token.userId()).files(smallFiles(1));
        Session session = user.startSession();
        readAll(session);
        assertAllocatesLessThan(
                124_000, () -> user.files(session).read("small-0").readBytes());
    }

    private void signIn() {
        PendingConsent link = local.link();
        local.digiMe.signIn(local.contract, "user", local.allow(link));
    }

    private void readAll(Session session) {
        user.files(session).readAll(ListedFile::readBytes);
    }

    private static SandboxFile[] smallFiles(int count) {
        return Stream.iterate(0, i -> i + 1)
                .limit(count)
                .map(i -> SandboxFile.mapped("small-" + i, FileContent.json(4096, i)))
                .toArray(SandboxFile[]::new);
    }

    private Map<Operation, Long> requestsOf(Runnable call) {
        local.forget();
        call.run();
        return local.sandbox.requests().all().stream()
                .filter(request -> request.operation() != Operation.PAGE)
                .collect(Collectors.groupingBy(request -> request.operation(), TreeMap::new, Collectors.counting()));
    }

    /**
     * A call on this thread and on those of the client, once it has been compiled: the compiler removes allocations,
     * and is late on a busy machine. Then another round is measured.
     */
    private static void assertAllocatesLessThan(int bytes, Runnable call) {
        long bound = bytes + SIGNATURE;
        long least = Long.MAX_VALUE;
        repeat(call);
        for (int round = 0; round < ROUNDS && least >= bound; round++) {
            least = Math.min(least, bytesFor(call));
        }
        assertThat(least).isLessThan(bound);
    }

    private static long bytesFor(Runnable call) {
        Map<Long, Long> before = allocated();
        repeat(call);
        long bytes = 0;
        for (Map.Entry<Long, Long> thread : allocated().entrySet()) {
            bytes += thread.getValue() - before.getOrDefault(thread.getKey(), 0L);
        }
        return bytes / CALLS;
    }

    private static void repeat(Runnable call) {
        for (int i = 0; i < CALLS; i++) {
            call.run();
        }
    }

    private static Map<Long, Long> allocated() {
        Set<Thread> threads = Thread.getAllStackTraces().keySet();
        Map<Long, Long> allocated = new HashMap<>();
        for (Thread thread : threads) {
            boolean isOfTheClient =
                    thread.getName().startsWith("digi.me") && !thread.getName().equals("digi.me sandbox");
            if (isOfTheClient || thread.equals(Thread.currentThread())) {
                allocated.put(thread.getId(), THREADS.getThreadAllocatedBytes(thread.getId()));
            }
        }
        return allocated;
    }
}
