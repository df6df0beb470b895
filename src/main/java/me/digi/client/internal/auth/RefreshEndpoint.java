package me.digi.client.internal.auth;

import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.UserAccessToken;

/** The server as a refresh sees it: asked, and its answer read, in two steps, so that an answer is never lost between. */
public interface RefreshEndpoint {
    /** Sees to it that an answer to {@link #presentRefreshToken} can be verified when it comes. */
    void prepareRefresh();

    /**
     * Presents the refresh token, once, and gives back the server's answer, not yet verified: it may hold the only copy
     * of the new pair.
     */
    String presentRefreshToken(ContractDetails contract, UserAccessToken token);

    /** The new pair in an answer, with what the old one knew and the answer leaves out. */
    UserAccessToken readRefreshed(String answer, UserAccessToken old);
}
