package examples;

import examples.support.Service;
import me.digi.client.DigiMeUser;
import me.digi.client.read.FileEntry;
import me.digi.client.read.FileList;
import me.digi.client.read.Session;

/**
 * Opens a session and lists the files that can be read, as digi.me fetches them.
 *
 * <p>Arguments: {@code [token.json]}.
 */
public final class ListFiles {
    public static void main(String[] args) throws Exception {
        try (Service service = Service.fromVariables()) {
            DigiMeUser user = service.user(service.contract(), args);
            Session session = user.startSession();

            FileList list = user.files(session).list();
            System.out.println("digi.me's fetching is " + list.state());
            list.accounts().forEach((account, sync) -> System.out.println("  " + account + ": " + sync.state()));
            for (FileEntry file : list.files()) {
                System.out.printf("%s  %s objects of %s%n", file.name(), file.objectCount(), file.objectType());
            }
            // Until list.state().isEnd(), files are added and change: ReadAllFiles waits for them.
        }
    }
}
