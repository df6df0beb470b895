package com.example.share;

import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import me.digi.client.read.ListedFile;

/** A file that was read. Its month is in its name, such as {@code 18_4_5_1_2_D202311_123.json}. */
record Document(String name, String service, String month, long bytes) {
    private static final Pattern MONTH = Pattern.compile("_D(\\d{4})(\\d{2})");

    static Document read(ListedFile file) {
        Matcher month = MONTH.matcher(file.name());
        return new Document(
                file.name(),
                String.valueOf(file.entry().serviceName()),
                month.find() ? YearMonth.of(Integer.parseInt(month.group(1)), Integer.parseInt(month.group(2))).toString() : "",
                file.readBytes().length);
    }
}
