package me.digi.client.internal.token;

import me.digi.client.auth.RefreshResult.Reauthorize;
import me.digi.client.error.TokenStoreException;
import org.jspecify.annotations.Nullable;

/** What a refresh came to, when it came to something. */
sealed interface Outcome {
    /**
     * There is a newer pair.
     *
     * @param snapshot the grant with the pair
     * @param unsaved why the pair is in memory alone, if it is
     */
    record Renewed(Snapshot snapshot, @Nullable TokenStoreException unsaved) implements Outcome {}

    /**
     * There will be none until the user has consented again.
     *
     * @param reauthorize why
     */
    record Dead(Reauthorize reauthorize) implements Outcome {}
}
