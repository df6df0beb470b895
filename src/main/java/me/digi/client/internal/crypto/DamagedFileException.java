package me.digi.client.internal.crypto;

import java.io.IOException;
import me.digi.client.error.FileException;
import me.digi.client.error.FileException.Problem;
import org.jspecify.annotations.Nullable;

/** What is wrong with a file, as the layers that see it can say it: they know its bytes, and not its name. */
public final class DamagedFileException extends IOException {
    private static final long serialVersionUID = 1L;

    private final Problem problem;
    private final @Nullable String detail;

    /** A file has this problem; the detail may not quote its content. */
    public DamagedFileException(Problem problem, @Nullable String detail, @Nullable Throwable cause) {
        super(detail, cause);
        this.problem = problem;
        this.detail = detail;
    }

    /** A file has this problem; the detail may not quote its content. */
    public DamagedFileException(Problem problem, @Nullable String detail) {
        this(problem, detail, null);
    }

    /** The same, of the file of this name. */
    public FileException of(String fileName) {
        return new FileException(fileName, problem, detail, getCause());
    }
}
