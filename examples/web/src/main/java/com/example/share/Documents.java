package com.example.share;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What was read, in the application's own table. */
@Repository
class Documents {
    private final JdbcClient database;

    Documents(JdbcClient database) {
        this.database = database;
    }

    List<Document> of(String user) {
        return database.sql("SELECT name, service, month, bytes FROM document WHERE owner = ? ORDER BY month DESC, name")
                .param(user)
                .query(Document.class)
                .list();
    }

    @Transactional
    public void replace(String user, List<Document> documents) {
        delete(user);
        for (Document document : documents) {
            database.sql("INSERT INTO document (owner, name, service, month, bytes) VALUES (?, ?, ?, ?, ?)")
                    .params(user, document.name(), document.service(), document.month(), document.bytes())
                    .update();
        }
    }

    public void delete(String user) {
        database.sql("DELETE FROM document WHERE owner = ?").param(user).update();
    }
}
