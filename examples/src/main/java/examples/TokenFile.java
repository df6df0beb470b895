package examples;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import me.digi.client.auth.UserAccessToken;

/** Keeps a token in a file, for as long as there is no store of one's own. */
final class TokenFile {
    private static final Path FILE = Path.of("digime-token.json");

    private TokenFile() {}

    /** Writes the token beside the file and moves it there, so that there is never half a token. */
    static Path save(UserAccessToken token) throws IOException {
        Path whole = Files.createTempFile(FILE.toAbsolutePath().getParent(), "digime-token", ".json", ownerOnly());
        Files.writeString(whole, token.toJson(), StandardCharsets.UTF_8);
        Files.move(whole, FILE, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return FILE.toAbsolutePath();
    }

    private static FileAttribute<?>[] ownerOnly() {
        boolean posix = FILE.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
