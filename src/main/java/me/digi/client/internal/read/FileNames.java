package me.digi.client.internal.read;

import java.nio.charset.StandardCharsets;
import me.digi.client.error.FileException;
import me.digi.client.error.FileException.Problem;

/** Checks file names, which become path segments. */
final class FileNames {
    private static final int MAX_CHARS = 1000;

    private FileNames() {}

    static String check(String name) {
        if (name.isEmpty()) {
            throw invalid(name, "it is empty");
        }
        if (name.equals(".") || name.equals("..")) {
            throw invalid(name, "it is \".\" or \"..\"");
        }
        if (name.length() > MAX_CHARS) {
            throw invalid(name.substring(0, 40) + "…", "it is longer than " + MAX_CHARS + " characters");
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(name)) {
            throw invalid(name, "it contains an unpaired surrogate");
        }
        if (name.chars().anyMatch(Character::isISOControl)) {
            throw invalid(name, "it contains control characters");
        }
        return name;
    }

    private static FileException invalid(String name, String why) {
        return new FileException(name, Problem.NAME, why, null);
    }
}
