package me.digi.client.bench;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A row of the table: steps that a process carries out, and how often. */
enum Work {
    ACCOUNTS("listAccounts(), 16 at once", "call", 1000, "accounts", 3, 30),
    REFRESHES("refreshToken()", "refresh", 500, "refreshes", 4, 24),
    FIRST_REFRESHES("the first 600 refreshes of a process", "refresh", 600, "refreshes", 0, 0),
    SIGN_INS("sign-in", "sign-in", 200, "authorizations (visits) exchanges", 10, 40),
    SMALL_FILES("files of 4 KiB, 4 at once", "file", BenchServer.SMALL_FILES, "small", 6, 40),
    PLAIN_FILES("files of 1 MiB", "file", BenchServer.MIDDLE_FILES, "plain", 6, 30),
    GZIP_FILES("files of 1 MiB, with gzip", "file", BenchServer.MIDDLE_FILES, "gzip", 6, 30),
    BROTLI_FILES("files of 1 MiB, with Brotli", "file", BenchServer.MIDDLE_FILES, "brotli", 6, 30),
    LARGE_FILE("one file of 128 MiB", "file", 5, "large", 2, 0),
    START("process start to the first accounts", "start", 1, "accounts", 0, 0);

    private final String title;
    final String unit;
    final int units;
    private final String steps;
    private final int warmUp;
    private final int laterWarmUp;

    /**
     * Describes a row.
     *
     * @param units how many units a round has
     * @param steps what a process is told to do in a round; a step in parentheses is the user's, and does not count
     * @param warmUp how many rounds of a process come before those that count; if none, each round has a process of its
     *     own
     * @param laterWarmUp as many for the second measurement; 0 if there is none
     */
    Work(String title, String unit, int units, String steps, int warmUp, int laterWarmUp) {
        this.title = title;
        this.unit = unit;
        this.units = units;
        this.steps = steps;
        this.warmUp = warmUp;
        this.laterWarmUp = laterWarmUp;
    }

    /** The others have the work of a small file, and that of the bytes of a large one. */
    boolean hasFloor() {
        return this != PLAIN_FILES && this != GZIP_FILES && this != BROTLI_FILES;
    }

    boolean isOfNewProcesses() {
        return warmUp == 0;
    }

    IntStream warmUps() {
        return laterWarmUp == 0 ? IntStream.of(warmUp) : IntStream.of(warmUp, laterWarmUp);
    }

    String title(int roundsBefore) {
        return roundsBefore == 0 ? title : String.format(Locale.ROOT, "%s, after %,d", title, roundsBefore * units);
    }

    List<Step> steps() {
        return Stream.of(steps.split(" ", -1))
                .map(name -> new Step(name.replaceAll("[()]", ""), !name.startsWith("(")))
                .toList();
    }

    /**
     * A step of a round.
     *
     * @param counts whether it is the work, and not what a user does in between
     */
    record Step(String name, boolean counts) {}
}
