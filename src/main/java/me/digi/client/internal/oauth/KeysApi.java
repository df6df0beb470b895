package me.digi.client.internal.oauth;

import me.digi.client.internal.http.CallContext;
import okhttp3.ResponseBody;
import retrofit2.Call;
import retrofit2.http.GET;
import retrofit2.http.Headers;
import retrofit2.http.Tag;

/** Returns the server's keys unparsed: the generated model would reject all keys because of one malformed key. */
interface KeysApi {
    @Headers("Accept: application/json")
    @GET("jwks/oauth")
    Call<ResponseBody> fetchSigningKeys(@Tag CallContext context);
}
