package examples;

import examples.support.FileToRead;
import examples.support.Service;
import me.digi.client.DigiMeUser;
import me.digi.client.read.SessionFile;
import me.digi.client.read.SessionFiles;

/**
 * Reads one file: its metadata, and then its content, decrypted as it streams.
 *
 * <p>Arguments: {@code [token.json [file-name]]}. Default: the first file.
 */
public final class ReadFile {
    public static void main(String[] args) throws Exception {
        try (Service service = Service.fromVariables()) {
            DigiMeUser user = service.user(service.contract(), args);
            SessionFiles files = user.files(user.startSession());
            String name = FileToRead.of(files, args).name();

            System.out.println(name + ": " + files.fetchMetadata(name));
            try (SessionFile file = files.read(name)) {
                file.stream().transferTo(System.out); // Or file.readBytes(), or file.readText().
            }
        }
    }
}
