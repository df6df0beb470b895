package me.digi.client.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** Data sources for tests. */
final class Connections {
    private Connections() {}

    interface Preparation {
        void prepare(Connection connection) throws SQLException;
    }

    /** Replaces or precedes a call on a connection. */
    interface Interception {
        void before(String method, Object... arguments) throws SQLException;
    }

    static DataSource prepared(DataSource dataSource, Preparation preparation) {
        return dataSource(() -> {
            Connection connection = dataSource.getConnection();
            preparation.prepare(connection);
            return connection;
        });
    }

    /** Keeps connections open for reuse like a pool, without resetting them. */
    static DataSource pooled(DataSource dataSource) {
        Queue<Connection> idle = new ConcurrentLinkedQueue<>();
        return dataSource(() -> {
            Connection used = idle.poll();
            Connection connection = used == null ? dataSource.getConnection() : used;
            return proxy(Connection.class, (method, arguments) -> {
                if (method.getName().equals("close")) {
                    idle.add(connection);
                    return null;
                }
                return method.invoke(connection, arguments);
            });
        });
    }

    /** Counts the connections that are open. */
    static DataSource counted(DataSource dataSource, AtomicInteger open) {
        return dataSource(() -> {
            Connection connection = dataSource.getConnection();
            open.incrementAndGet();
            return intercepted(connection, (method, arguments) -> {
                if (method.equals("close")) {
                    open.decrementAndGet();
                }
            });
        });
    }

    /** Has no more than so many connections at a time, and fails instead of waiting for one. */
    static DataSource limited(DataSource dataSource, int most) {
        AtomicInteger open = new AtomicInteger();
        return counted(
                dataSource(() -> {
                    if (open.get() == most) {
                        throw new SQLTransientConnectionException("Connection is not available", "08S01");
                    }
                    return dataSource.getConnection();
                }),
                open);
    }

    static Connection intercepted(Connection connection, Interception interception) {
        return proxy(Connection.class, (method, arguments) -> {
            interception.before(method.getName(), arguments);
            return method.invoke(connection, arguments);
        });
    }

    interface Source {
        Connection get() throws SQLException;
    }

    static DataSource dataSource(Source source) {
        return proxy(DataSource.class, (method, arguments) -> {
            if (!method.getName().equals("getConnection")) {
                throw new UnsupportedOperationException(method.getName());
            }
            return source.get();
        });
    }

    private interface Call {
        Object invoke(Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    try {
                        return call.invoke(method, arguments == null ? new Object[0] : arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
