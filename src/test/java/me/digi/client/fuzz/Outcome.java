package me.digi.client.fuzz;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import me.digi.client.error.DigiMeException;
import org.jspecify.annotations.Nullable;

/**
 * What any input may come to: a value, or an exception that is documented, in whose messages and causes no planted secret
 * shows and no line is forged.
 */
public final class Outcome {
    /** Is planted wherever foreign input has room for a secret. */
    public static final String SECRET = "S3CRET~VALUE";

    private static final String MARK = "s3cret~";
    private static final Pattern FORGES_A_LINE = Pattern.compile("[\\p{Cntrl}\\u0085\\u2028\\u2029\\u202A-\\u202E]");

    private final List<Class<? extends Exception>> documented;
    private final boolean mayQuote;

    private Outcome(List<Class<? extends Exception>> documented, boolean mayQuote) {
        this.documented = documented;
        this.mayQuote = mayQuote;
    }

    /** Where this exception is documented, or leads to one of the family. */
    public static Outcome documented(Class<? extends Exception> exception) {
        return new Outcome(List.of(exception), false);
    }

    /** Where nothing is an error. */
    public static Outcome always() {
        return new Outcome(List.of(), false);
    }

    /** Where every failure is of the family. */
    public static Outcome ofTheFamily() {
        return documented(DigiMeException.class);
    }

    /** The same where messages quote what the service says for people, such as a file's name. */
    public Outcome quoting() {
        return new Outcome(documented, true);
    }

    /** Reads something. */
    @FunctionalInterface
    public interface Reading<T> {
        /** Returns what was read. */
        @Nullable
        T read() throws Exception;
    }

    /** What is read; null if that ended as it may. */
    public <T> @Nullable T of(Reading<T> reading) {
        try {
            return reading.read();
        } catch (Exception e) {
            if (documented.stream().noneMatch(type -> type.isInstance(e))) {
                throw new AssertionError("not documented: " + e.getClass().getName(), e);
            }
            check(e);
            return null;
        }
    }

    /** Fails if a message in the exception shows what it must not. */
    public void check(Throwable thrown) {
        for (Throwable part : chain(thrown)) {
            String text = String.valueOf(part.getMessage());
            if (FORGES_A_LINE.matcher(text).find()) {
                throw new AssertionError(
                        "a message that forges a line, of " + part.getClass().getName(), thrown);
            }
            if (!mayQuote) {
                hides(text);
            }
        }
    }

    /** Fails if the secret shows in the text. */
    public static void hides(Object shown) {
        if (shown.toString().toLowerCase(Locale.ROOT).contains(MARK)) {
            throw new AssertionError("shows the secret: " + shown);
        }
    }

    /** Fails unless it holds. */
    public static void require(boolean holds, String rule) {
        if (!holds) {
            throw new AssertionError("broken: " + rule);
        }
    }

    private static List<Throwable> chain(Throwable thrown) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Throwable> chain = new ArrayList<>(List.of(thrown));
        for (int i = 0; i < chain.size(); i++) {
            Throwable part = chain.get(i);
            if (!seen.add(part)) {
                continue;
            }
            chain.addAll(List.of(part.getSuppressed()));
            if (part.getCause() != null) {
                chain.add(part.getCause());
            }
        }
        return chain;
    }
}
