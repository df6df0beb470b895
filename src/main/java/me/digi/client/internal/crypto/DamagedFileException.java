package me.digi.client.internal.crypto;

import java.io.IOException;
import me.digi.client.error.FileException;
import me.digi.client.error.FileException.Problem;
import org.jspecify.annotations.Nullable;

/** A problem with a file, without the file's name, which lower layers do not know. */
public final class DamagedFileException extends IOException {
    private static final long serialVersionUID = 1L;

    private final Problem problem;

    /** The detail must not quote the content. */
    public DamagedFileException(Problem problem, @Nullable String detail, @Nullable Throwable cause) {
        super(detail, cause);
        this.problem = problem;
    }

    /** The detail must not quote the content. */
    public DamagedFileException(Problem problem, @Nullable String detail) {
        this(problem, detail, null);
    }

    public FileException of(String fileName) {
        return new FileException(fileName, problem, getMessage(), getCause());
    }
}
