package com.example.share;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import me.digi.client.read.ReadFile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The application's own tables: which files were read, and what happened to the users' tokens. */
@Repository
class SharedData {
    /** In file names such as {@code 18_4_5_1_2_D202311_123.json}. */
    private static final Pattern MONTH = Pattern.compile("_D(\\d{4})(0[1-9]|1[0-2])");

    private final JdbcClient database;

    SharedData(JdbcClient database) {
        this.database = database;
    }

    List<SharedFile> files(String user) {
        return rows(SharedFile.class, "SELECT * FROM shared_file WHERE owner = ? ORDER BY data_month DESC, name", user);
    }

    /** The percentage is of the month with the most files. */
    List<Month> months(String user) {
        return rows(Month.class, """
            SELECT data_month, count(*) AS files, 100 * count(*) / max(count(*)) OVER () AS percent
            FROM shared_file WHERE owner = ? AND data_month IS NOT NULL GROUP BY data_month ORDER BY data_month
            """, user);
    }

    List<Event> events(String user) {
        return rows(Event.class, "SELECT * FROM token_event WHERE owner = ? ORDER BY id DESC LIMIT 6", user);
    }

    private <T> List<T> rows(Class<T> type, String sql, String user) {
        return database.sql(sql).param(user).query(type).list();
    }

    @Transactional
    void replaceFiles(String user, List<ReadFile> files) {
        database.sql("DELETE FROM shared_file WHERE owner = ?").param(user).update();
        for (ReadFile file : files) {
            String name = file.entry().name();
            Matcher found = MONTH.matcher(name);
            LocalDate month = found.find() ? LocalDate.parse(found.group(1) + "-" + found.group(2) + "-01") : null;
            database.sql("INSERT INTO shared_file (owner, name, service, data_month, bytes) VALUES (?, ?, ?, ?, ?)")
                    .params(user, name, file.entry().serviceName(), month, file.bytes())
                    .update();
        }
    }

    void addEvent(String user, String name) {
        database.sql("INSERT INTO token_event (owner, name) VALUES (?, ?)")
                .params(user, name)
                .update();
    }

    void delete(String user) {
        database.sql("DELETE FROM shared_file WHERE owner = ?").param(user).update();
        database.sql("DELETE FROM token_event WHERE owner = ?").param(user).update();
    }

    record SharedFile(String name, String service, LocalDate dataMonth, long bytes) {}

    record Month(LocalDate dataMonth, int files, int percent) {}

    record Event(OffsetDateTime happenedAt, String name) {}
}
