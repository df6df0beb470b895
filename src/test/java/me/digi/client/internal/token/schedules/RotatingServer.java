package me.digi.client.internal.token.schedules;

import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.error.DigiMeException;
import me.digi.client.internal.oauth.TokenRequest;
import org.jspecify.annotations.Nullable;

/** A server that replaces the pair at each refresh, with its state open to the test. */
interface RotatingServer extends AutoCloseable {
    /** A response as it was signed, or an error. */
    record Reply(@Nullable String response, @Nullable DigiMeException error) {}

    ContractDetails contract();

    /** The user consents; the authorization code for it. */
    Code authorize(int user);

    /** An authorization code and its verifier. */
    record Code(String code, String codeVerifier) {}

    /** The user consents, and an application gets the pair by itself. */
    UserAccessToken consent(int user);

    /** The user withdraws their consent. */
    void revoke(int user);

    /** Acts on a request. */
    Reply act(TokenRequest request);

    /** The pair in a response. */
    UserAccessToken pair(String response);

    /** What a client reads responses with. */
    ResponseReader reader(SimulatedProcess process, TokenSchedule schedule);

    /** From when on a client can verify the response, in nanoseconds since the start; {@link Long#MAX_VALUE} for never. */
    long readableFrom(String response);

    /** Whether the response will never be readable, which a client can know. */
    boolean isBeyondReading(String response);

    /** Whether the pair's access token is accepted. */
    boolean accepts(UserAccessToken pair);

    /** Whether the pair's refresh token would be exchanged for a new pair now. */
    boolean honours(UserAccessToken pair);

    /** Whether the grant ended by reuse of a refresh token. */
    boolean isRevokedForReuse(UserAccessToken pair);

    /** Whether the user has withdrawn the consent, or has given a newer one. */
    boolean isRevoked(UserAccessToken pair);

    /** How new the pair is among those of its user: more than those that it replaces. */
    int rank(UserAccessToken pair);

    @Override
    void close();
}
