package examples;

import examples.support.Service;
import me.digi.client.DigiMeUser;
import me.digi.client.read.RawFileMetadata;

/**
 * Reads pushed files back, with a contract that reads raw data.
 *
 * <p>Arguments: {@code [raw-token.json]}: a token of such a contract.
 */
public final class ReadPushedFiles {
    public static void main(String[] args) throws Exception {
        try (Service service = Service.fromVariables()) {
            DigiMeUser user = service.user(service.rawContract(), args);
            user.files(user.startSession()).readAll(file -> {
                if (file.metadata() instanceof RawFileMetadata raw) {
                    System.out.printf("%s: %s, %s bytes%n", file.name(), raw.mimeType(), file.readBytes().length);
                }
            });
        }
    }
}
