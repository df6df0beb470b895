package me.digi.client.store;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;

/** All that a logger could print of an exception. */
final class Secrets {
    private Secrets() {}

    static String everythingIn(Throwable e) {
        StringWriter text = new StringWriter();
        e.printStackTrace(new PrintWriter(text));
        if (e.getCause() instanceof SQLException sql) {
            for (Throwable next : sql) {
                text.append(String.valueOf(next));
            }
        }
        return text.toString();
    }
}
