package examples.support;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import me.digi.client.auth.UserAccessToken;

/** A user access token as JSON in a file, in the shape that the official SDKs use. */
final class TokenFile {
    private final Path file;

    TokenFile(Path file) {
        this.file = file.toAbsolutePath();
    }

    Path path() {
        return file;
    }

    boolean exists() {
        return Files.exists(file);
    }

    UserAccessToken read() throws IOException {
        return UserAccessToken.fromJson(Files.readString(file, StandardCharsets.UTF_8));
    }

    /** Writes the token beside the file and moves it there, so that the file always has a complete token. */
    void write(UserAccessToken token) throws IOException {
        Path whole = Files.createTempFile(file.getParent(), "digime-token", ".json", ownerOnly());
        Files.writeString(whole, token.toJson(), StandardCharsets.UTF_8);
        Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    void delete() throws IOException {
        Files.deleteIfExists(file);
    }

    private FileAttribute<?>[] ownerOnly() {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
