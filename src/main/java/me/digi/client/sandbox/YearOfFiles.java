package me.digi.client.sandbox;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.IntStream;

/** Files of the last twelve months, and the script that lists them. */
final class YearOfFiles {
    static final SyncScript SCRIPT = SyncScript.of(
            SyncStep.pending(),
            SyncStep.pending(),
            SyncStep.pending(),
            SyncStep.completed().library());

    private static final String[] SERVICES = {"Linden Hospital", "Fennel Bank", "Chatterbox"};
    private static final int FILES = 40;

    private YearOfFiles() {}

    static SandboxFile[] until(YearMonth last) {
        return IntStream.range(0, FILES).mapToObj(i -> file(last, i)).toArray(SandboxFile[]::new);
    }

    private static SandboxFile file(YearMonth last, int index) {
        YearMonth month = last.minusMonths(index * index % 41 % 12);
        String name = "18_" + (index % 3 + 1) + "_" + (index % 5 + 1) + "_1_2_D"
                + month.format(DateTimeFormatter.ofPattern("yyyyMM", Locale.ROOT)) + "_" + (100 + index) + ".json";
        return SandboxFile.mapped(name, FileContent.json(900 + index * 7919L % 60_000, index))
                .metadata("serviceName", SERVICES[index % 3])
                .missingAtFirst(index % 2);
    }
}
