package me.digi.client.store;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A real PostgreSQL on a free port of the loopback interface, from the binaries among the test dependencies: no
 * installation, no container, and whether the tests run as root or not. One serves all tests of a run; each test that
 * needs a database to itself creates a table of its own. It keeps nothing, and ends with this JVM, however that ends.
 */
public final class PostgresServer {
    private static final String READY = "database system is ready to accept connections";
    private static final String ENDED = "postgres has ended";
    private static final int TRIES = 5;

    /**
     * Runs the server until standard input ends, which it does when the JVM closes it or dies. It is stopped by its pid
     * file, since a program that changes the user may stand between. An interrupt from the terminal must not skip the rest.
     */
    private static final String UNTIL_INPUT_ENDS = """
            trap '' INT TERM HUP
            directory=$1; shift
            { "$@" </dev/null; echo '%s'; } &
            cat >/dev/null
            kill -INT "$(head -n 1 "$directory/run/data/postmaster.pid")" 2>/dev/null
            wait
            rm -rf "$directory"
            """.formatted(ENDED);

    private final int port;

    private PostgresServer(int port) {
        this.port = port;
    }

    /** The server of this test run, started on first use. */
    public static PostgresServer shared() {
        return Shared.SERVER;
    }

    private static final class Shared {
        static final PostgresServer SERVER = start();
    }

    /** Its URL, which includes the user. There is no password. */
    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres";
    }

    /** A data source that makes a new connection each time. */
    public DataSource dataSource() {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(url());
        return dataSource;
    }

    private static PostgresServer start() {
        try {
            Path directory = Files.createTempDirectory("digime-postgres-");
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
            // What the server writes lies in a directory for whatever user it runs as.
            Path run = Files.createDirectory(directory.resolve("run"));
            Files.setPosixFilePermissions(run, PosixFilePermissions.fromString("rwxrwxrwx"));
            Path binaries =
                    PostgresArchive.unpackTo(directory.resolve("postgres")).resolve("bin");
            List<String> unprivileged = UnprivilegedUser.commandPrefix();
            initialise(unprivileged, binaries, run);
            for (int attempt = 1; ; attempt++) {
                int port = freePort();
                try {
                    serve(directory, command(unprivileged, binaries, run, port));
                    return new PostgresServer(port);
                } catch (IOException e) {
                    // Another process may have taken the port in between.
                    if (attempt == TRIES) {
                        throw e;
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void initialise(List<String> unprivileged, Path binaries, Path run) throws IOException {
        List<String> command = new ArrayList<>(unprivileged);
        command.addAll(List.of(
                binaries.resolve("initdb").toString(),
                "--pgdata=" + run.resolve("data"),
                "--username=postgres",
                "--auth=trust",
                "--encoding=UTF8",
                "--no-locale",
                "--no-sync",
                "--no-instructions"));
        Process process = builder(run, command).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (waitFor(process) != 0) {
            throw new IOException("initdb failed:\n" + output);
        }
    }

    private static List<String> command(List<String> unprivileged, Path binaries, Path run, int port) {
        List<String> command = new ArrayList<>(unprivileged);
        command.add(binaries.resolve("postgres").toString());
        command.addAll(List.of("-D", run.resolve("data").toString(), "-p", Integer.toString(port)));
        // Nothing here has to survive the machine.
        for (String setting : List.of(
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "lc_messages=C",
                "fsync=off",
                "max_connections=200")) {
            command.addAll(List.of("-c", setting));
        }
        return command;
    }

    private static void serve(Path directory, List<String> command) throws IOException {
        List<String> shell = new ArrayList<>(List.of("sh", "-c", UNTIL_INPUT_ENDS, "sh", directory.toString()));
        shell.addAll(command);
        Process process = builder(directory.resolve("run"), shell).start();
        BufferedReader log = process.inputReader(StandardCharsets.UTF_8);
        StringBuilder seen = new StringBuilder();
        for (String line = log.readLine(); line != null && !line.equals(ENDED); line = log.readLine()) {
            seen.append(line).append('\n');
            if (line.contains(READY)) {
                stopWithThisJvm(process, log);
                return;
            }
        }
        process.destroyForcibly();
        throw new IOException("postgres did not start:\n" + seen);
    }

    private static void stopWithThisJvm(Process process, BufferedReader log) {
        Thread drain = new Thread(() -> log.lines().forEach(line -> {}), "postgres log");
        drain.setDaemon(true);
        drain.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                process.getOutputStream().close();
            } catch (IOException e) {
                process.destroy();
            }
            waitFor(process);
        }));
    }

    private static ProcessBuilder builder(Path directory, List<String> command) {
        // Not the directory that the tests run in: an unprivileged user may not be allowed there.
        File workingDirectory = directory.toFile();
        return new ProcessBuilder(command).directory(workingDirectory).redirectErrorStream(true);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static int waitFor(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
