package me.digi.client.internal.token;

import me.digi.client.auth.RefreshResult.Reauthorize;
import me.digi.client.diagnostics.TokenEvent.Origin;
import me.digi.client.error.TokenStoreException;
import org.jspecify.annotations.Nullable;

/** What a refresh came to, when it came to something. */
sealed interface Outcome {
    /** The grant as it is now. */
    Snapshot snapshot();

    /**
     * There is a newer pair.
     *
     * @param snapshot the grant with the pair
     * @param origin whether it came from the server or was in the store
     * @param unsaved why the pair is in memory alone, if it is
     */
    record Renewed(
            Snapshot snapshot, Origin origin, @Nullable TokenStoreException unsaved) implements Outcome {
        /** Another client had refreshed, and put the pair into the store. */
        static Renewed byAnother(Snapshot snapshot) {
            return new Renewed(snapshot, Origin.STORE, null);
        }

        /** The server gave it now. */
        static Renewed byServer(Snapshot snapshot, @Nullable TokenStoreException unsaved) {
            return new Renewed(snapshot, Origin.REFRESHED, unsaved);
        }
    }

    /**
     * There will be none until the user has consented again.
     *
     * @param snapshot the grant with the dead pair
     * @param reauthorize why
     */
    record Dead(Snapshot snapshot, Reauthorize reauthorize) implements Outcome {}
}
