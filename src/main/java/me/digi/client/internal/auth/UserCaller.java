package me.digi.client.internal.auth;

import java.util.function.BiFunction;
import java.util.function.Function;
import me.digi.client.internal.http.CallContext;
import me.digi.client.internal.http.CallTerms;
import me.digi.client.internal.values.Deadline;
import retrofit2.Call;

/** Sends requests with the user's access token. */
public interface UserCaller {
    /** The content of the response as the mapping has it, which gets the status for what it may have to reject. */
    <T, R> R execute(
            CallTerms terms,
            Deadline deadline,
            Function<CallContext, Call<T>> request,
            BiFunction<Integer, T, R> mapping);
}
