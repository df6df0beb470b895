package me.digi.client.internal.auth;

import java.util.Map;
import java.util.function.Function;
import me.digi.client.internal.http.CallContext;
import me.digi.client.internal.http.Repeatability;
import retrofit2.Call;

/** Makes calls in a user's name, with a token that is good. */
public interface UserCaller {
    /**
     * The content of the answer.
     *
     * @param claims what the operation's JWT says besides what all say, the access token included
     */
    <T> T execute(
            String operation,
            Repeatability repeatability,
            Map<String, String> claims,
            Function<CallContext, Call<T>> request);
}
