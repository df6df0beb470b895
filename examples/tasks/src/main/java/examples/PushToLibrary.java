package examples;

import examples.support.Service;
import java.nio.file.Path;
import me.digi.client.DigiMeUser;
import me.digi.client.content.Content;
import me.digi.client.push.PushDescriptor;

/**
 * Pushes a file into a user's library. It is streamed, and a retry opens it again.
 *
 * <p>Arguments: {@code [write-token.json [file [mime-type [account-id]]]]}: a token of a contract that pushes, the
 * file, its media type, and the application's own id for the account that it belongs to.
 */
public final class PushToLibrary {
    public static void main(String[] args) throws Exception {
        try (Service service = Service.fromVariables()) {
            DigiMeUser user = service.user(service.writeContract(), args);
            Content content = args.length > 1 ? Content.of(Path.of(args[1])) : Content.of("Dear reader, all is well.");

            user.pushToLibrary(
                    PushDescriptor.builder()
                            .mimeType(args.length > 2 ? args[2] : "text/plain")
                            .addAccountIds(args.length > 3 ? args[3] : "account-1")
                            .addTags("letter")
                            .build(),
                    content);
            System.out.println("Pushed: " + content);
        }
    }
}
