package me.digi.client.bench;

import java.util.List;
import java.util.stream.Stream;

/** A row of the table: steps that a process carries out, and how often. */
enum Work {
    ACCOUNTS("listAccounts(), 16 at once", "call", 1000, 3, "accounts"),
    REFRESHES("refreshToken(), after 2,000", "refresh", 500, 4, "refreshes"),
    FIRST_REFRESHES("the first 600 refreshes of a process", "refresh", 600, 0, "refreshes"),
    SIGN_INS("sign-in, after 2,000", "sign-in", 200, 10, "authorizations (visits) exchanges"),
    SMALL_FILES("500 files of 4 KiB, 4 at once", "file", BenchServer.SMALL_FILES, 6, "small"),
    PLAIN_FILES("48 files of 1 MiB", "file", BenchServer.MIDDLE_FILES, 6, "plain"),
    GZIP_FILES("48 files of 1 MiB, with gzip", "file", BenchServer.MIDDLE_FILES, 6, "gzip"),
    BROTLI_FILES("48 files of 1 MiB, with Brotli", "file", BenchServer.MIDDLE_FILES, 6, "brotli"),
    LARGE_FILE("one file of 128 MiB", "file", 5, 2, "large"),
    START("process start to the first accounts", "start", 1, 0, "accounts");

    final String title;
    final String unit;
    final int units;
    final int warmUps;
    private final String steps;

    /**
     * Describes a row.
     *
     * @param units how many units a round has
     * @param warmUps how many rounds come before those that count; without any, each round has a process of its own
     * @param steps what a process is told to do in a round; a step in parentheses is the user's, and does not count
     */
    Work(String title, String unit, int units, int warmUps, String steps) {
        this.title = title;
        this.unit = unit;
        this.units = units;
        this.warmUps = warmUps;
        this.steps = steps;
    }

    /** The others have the work of a small file, and that of the bytes of a large one. */
    boolean hasFloor() {
        return this != PLAIN_FILES && this != GZIP_FILES && this != BROTLI_FILES;
    }

    boolean isOfNewProcesses() {
        return warmUps == 0;
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
