package me.digi.client.internal.auth;

import java.util.function.BiFunction;
import java.util.function.Function;
import me.digi.client.internal.http.CallContext;
import me.digi.client.internal.http.CallTerms;
import retrofit2.Call;

/** Makes calls in a user's name, with a token that is good. */
public interface UserCaller {
    /** The content of the response as the mapping has it, which gets the status for what it may have to refuse. */
    <T, R> R execute(CallTerms terms, Function<CallContext, Call<T>> request, BiFunction<Integer, T, R> mapping);
}
