package me.digi.client.internal.token;

import me.digi.client.auth.RefreshResult.Reauthorize;
import me.digi.client.auth.UserAccessToken;

/** What to do with a grant. */
public sealed interface Decision {
    /** What the caller needs of a pair. */
    enum Need {
        /** A pair that has not expired, and will not have when it arrives. */
        USABLE,
        /** A pair that has not expired, where no refresh is possible: as good as expired is worth a try. */
        UNEXPIRED,
        /** A pair that is not about to expire either: for a body that can be sent only once. */
        FRESH,
        /** Another pair than the one that failed, unless that one is new: its failure may have other causes. */
        REPLACED_IF_OLD,
        /** Another pair than the one that failed. */
        REPLACED
    }

    /**
     * Use this pair.
     *
     * @param isStale whether it is about to expire
     * @param isFetched whether the server has sent it for this very call
     */
    record Use(UserAccessToken pair, boolean isStale, boolean isFetched) implements Decision {}

    /**
     * Read the responses that are kept.
     *
     * @param mayReplay whether the refresh token may be presented once more if they still cannot be read
     */
    record ReadKept(boolean mayReplay) implements Decision {}

    /** The user has to consent again. */
    record Dead(Reauthorize reauthorize) implements Decision {}

    /** Another client is refreshing: look again soon. */
    record Wait() implements Decision {}

    /** Present the refresh token. */
    record Refresh() implements Decision {}
}
