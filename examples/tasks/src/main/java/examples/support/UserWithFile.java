package examples.support;

import java.io.IOException;
import me.digi.client.DigiMeUser;
import me.digi.client.store.GrantNotFoundException;

/** A user, and the file that their token came from. */
record UserWithFile(DigiMeUser user, TokenFile file) {
    /** Writes the newest token to the file, or deletes the file if the user is no longer stored. */
    void settle() throws IOException {
        try {
            if (!file.exists() || !file.read().equals(user.loadToken())) {
                file.write(user.loadToken());
                System.out.println("The newest token is in " + file.path() + ".");
            }
        } catch (GrantNotFoundException deleted) {
            file.delete();
            System.out.println("The token in " + file.path() + " was no longer valid, and is deleted.");
        }
    }
}
