package me.digi.client.internal.token;

import me.digi.client.auth.RefreshResult.Reauthorize;
import me.digi.client.auth.UserAccessToken;

/** What to do with a grant. The result of {@link GrantRecord#decide}. */
public sealed interface Decision {
    /** What the caller needs. */
    enum Need {
        /** Not expired, also not on arrival. */
        USABLE,
        /** Not expired; worth trying when a refresh is impossible. */
        UNEXPIRED,
        /** Not about to expire: for one-shot bodies. */
        FRESH,
        /** Another pair than the failed one, unless that one is new: its failure may have other causes. */
        REPLACED_IF_OLD,
        /** Another pair than the failed one. */
        REPLACED
    }

    /**
     * Use this pair.
     *
     * @param isStale whether it is about to expire
     * @param isFetched whether it was fetched for this call
     */
    record Use(UserAccessToken pair, boolean isStale, boolean isFetched) implements Decision {}

    /**
     * Read the stored responses.
     *
     * @param mayReplay whether the refresh token may be sent again if they remain unreadable
     */
    record ReadKept(boolean mayReplay) implements Decision {}

    /** The user must consent again. */
    record Dead(Reauthorize reauthorize) implements Decision {}

    /** Another client is refreshing: check again soon. */
    record Wait() implements Decision {}

    /** Send the refresh token. */
    record Refresh() implements Decision {}
}
