package me.digi.client.sandbox;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import me.digi.client.sandbox.SandboxCaller.Reply;
import me.digi.client.sandbox.SandboxCaller.Tokens;

/**
 * Measures the sandbox with many requests, users and tokens, and with large files. Callers and sandbox share the JVM.
 * Argument: the number of requests.
 */
final class SandboxBenchmark {
    private static final int CALLERS = 8;
    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final Sandbox sandbox;
    private final ConsoleCaller console;
    private final SandboxCaller caller;
    private final Tokens tokens;

    private SandboxBenchmark(Sandbox sandbox) {
        this.sandbox = sandbox;
        this.console = new ConsoleCaller(sandbox);
        this.caller = new SandboxCaller(sandbox);
        this.tokens = caller.consent();
        sandbox.loosen(
                "nonce-once"); // so that all requests can use one JWT, since signing takes most of the callers' time
    }

    public static void main(String[] args) throws Exception {
        int requests = args.length == 0 ? 1_000_000 : Integer.parseInt(args[0]);
        try (Sandbox sandbox = Sandbox.start()) {
            SandboxBenchmark benchmark = new SandboxBenchmark(sandbox);
            benchmark.load("warm-up", requests / 10);
            benchmark.load("signed requests", requests);
            for (String page : List.of("", "?text=nowhere", "users/" + benchmark.tokens.user())) {
                benchmark.loadWithPage(page, requests / 10);
            }
            benchmark.pairs(1_000);
            benchmark.users(10_000);
            benchmark.file(10_000_000_000L);
        }
    }

    private void loadWithPage(String page, int requests) throws InterruptedException {
        try (OpenPage open = new OpenPage(console, sandbox.url(), page)) {
            load("with the page /console/" + page + " open", requests);
            System.out.println("  the page was fetched " + open.fetched + " times");
        }
    }

    /** Lists the accounts of a user, which verifies a signature and writes JSON. */
    private void load(String name, int requests) throws InterruptedException {
        byte[] request = ("GET /v1.7/permission-access/accounts HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer "
                        + caller.jwt().claim("access_token", tokens.access()).sign() + "\r\n\r\n")
                .getBytes(US_ASCII);
        long[] nanos = new long[requests];
        AtomicInteger next = new AtomicInteger();
        CountDownLatch done = new CountDownLatch(CALLERS);
        long start = System.nanoTime();
        long cpuBefore = PROCESS.getProcessCpuTime();
        for (int i = 0; i < CALLERS; i++) {
            new Thread(() -> {
                        call(request, nanos, next);
                        done.countDown();
                    })
                    .start();
        }
        done.await();
        double seconds = (System.nanoTime() - start) / 1e9;
        double cpu = (PROCESS.getProcessCpuTime() - cpuBefore) / 1e6 / requests;
        Arrays.sort(nanos);
        System.out.printf(
                "%s: %,d in %.0f s, %,.0f/s; %.3f ms of processor time each; median %.2f ms, 99%% %.1f ms; heap %d MB, %,d requests kept%n",
                name,
                requests,
                seconds,
                requests / seconds,
                cpu,
                nanos[requests / 2] / 1e6,
                nanos[(int) (requests * 0.99)] / 1e6,
                heap(),
                sandbox.requests().all().size());
    }

    private void call(byte[] request, long[] nanos, AtomicInteger next) {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), sandbox.url().getPort())) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            for (int i = next.getAndIncrement(); i < nanos.length; i = next.getAndIncrement()) {
                long start = System.nanoTime();
                socket.getOutputStream().write(request);
                read(in);
                nanos[i] = System.nanoTime() - start;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void read(InputStream in) throws IOException {
        String status = line(in);
        if (!status.contains(" 200 ")) {
            throw new IOException(status);
        }
        long length = 0;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            length = header.regionMatches(true, 0, "content-length:", 0, 15)
                    ? Long.parseLong(header.substring(15).strip())
                    : length;
        }
        in.skipNBytes(length);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
            line.append((char) b);
        }
        return line.toString().strip();
    }

    private void pairs(int count) {
        Tokens newest = caller.consent();
        for (int i = 1; i < count; i++) {
            newest = SandboxCaller.tokens(caller.refresh(newest));
        }
        page("a user with " + count + " token pairs", "users/" + newest.user());
    }

    private void users(int count) {
        for (int i = 0; i < count; i++) {
            sandbox.createUser("sandbox-contract");
        }
        System.out.printf("%,d users: heap %d MB%n", count, heap());
        page("users", "users");
        page("users, by text", "users?text=zz");
        page("time", "time");
    }

    private void page(String name, String path) {
        Reply reply = console.get(path);
        long start = System.nanoTime();
        for (int i = 0; i < 20; i++) {
            reply = console.get(path);
        }
        System.out.printf(
                "page, %s: %,d characters, %.1f ms%n", name, reply.body().length(), (System.nanoTime() - start) / 20e6);
    }

    private void file(long size) throws IOException {
        sandbox.library(tokens.user()).files(SandboxFile.mapped("large.json", FileContent.json(size, 1)));
        DataCaller user = new DataCaller(sandbox, sandbox.contract(), tokens);
        String session = user.session();
        user.list(session);
        long start = System.nanoTime();
        long read = 0;
        HttpRequest request = user.request(
                        "GET",
                        "permission-access/query/" + session + "/large.json",
                        "Accept",
                        "application/octet-stream")
                .build();
        try (InputStream in =
                SandboxCaller.exchange(request, BodyHandlers.ofInputStream()).body()) {
            byte[] buffer = new byte[1 << 16];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                read += count;
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                "a file of %,d bytes, encrypted: %,d bytes in %.0f s, %.0f MB/s; heap %d MB%n",
                size, read, seconds, read / 1e6 / seconds, heap());
    }

    private static long heap() {
        System.gc();
        return (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20;
    }

    /** Does the same as the script of an open page: listens for requests, and fetches the page. */
    private static final class OpenPage implements AutoCloseable {
        private final List<Thread> threads = new ArrayList<>();
        private final BufferedReader stream;
        private final AtomicBoolean stale = new AtomicBoolean();
        private final AtomicInteger fetched = new AtomicInteger();

        OpenPage(ConsoleCaller console, URI url, String page) {
            String html = console.get(page).body();
            String source = html.replaceFirst("(?s).*data-stream=\"([^\"]*)\".*", "$1");
            HttpRequest request =
                    console.signedIn("").uri(URI.create(url + source)).build();
            stream = new BufferedReader(new InputStreamReader(
                    SandboxCaller.exchange(request, BodyHandlers.ofInputStream())
                            .body(),
                    UTF_8));
            start(() -> {
                for (String line = stream.readLine(); line != null; line = stream.readLine()) {
                    if (line.startsWith("event")) {
                        stale.set(true);
                    }
                }
            });
            start(() -> {
                while (true) {
                    Thread.sleep(200);
                    if (stale.getAndSet(false)) {
                        console.get(page);
                        fetched.incrementAndGet();
                    }
                }
            });
        }

        private void start(Work work) {
            Thread thread = new Thread(() -> {
                try {
                    work.run();
                } catch (IOException | UncheckedIOException | InterruptedException | IllegalStateException e) {
                    // It was closed.
                }
            });
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }

        @Override
        public void close() {
            threads.forEach(Thread::interrupt);
        }

        private interface Work {
            void run() throws IOException, InterruptedException;
        }
    }
}
