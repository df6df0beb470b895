package me.digi.client.internal.auth;

import java.util.function.Function;
import java.util.function.Supplier;
import me.digi.client.auth.ContractDetails;
import me.digi.client.internal.http.Backoff;
import me.digi.client.internal.http.CallContext;
import me.digi.client.internal.http.CallTerms;
import me.digi.client.internal.http.HttpStack;
import me.digi.client.internal.http.StreamedAnswer;
import okhttp3.ResponseBody;
import retrofit2.Call;

/** Makes calls in the name of a contract alone, without any user. Safe for use by many threads. */
public final class ContractCalls {
    private final HttpStack http;
    private final Host host;
    private final Function<CallTerms, Supplier<String>> signer;

    private ContractCalls(HttpStack http, Host host, Function<CallTerms, Supplier<String>> signer) {
        this.http = http;
        this.host = host;
        this.signer = signer;
    }

    /** Calls of the API. */
    public static ContractCalls ofApi(HttpStack http, Contracts contracts, ContractDetails contract) {
        return new ContractCalls(
                http, http::api, terms -> contracts.signer(contract).forRequest(terms::claims));
    }

    /** Calls of the cloud, where storages are, and which has JWTs of its own. */
    public static ContractCalls ofCloud(HttpStack http, Contracts contracts, ContractDetails contract) {
        return new ContractCalls(
                http, http::cloud, terms -> contracts.signer(contract).forCloudRequest());
    }

    /** A generated interface to make calls with. */
    public <T> T api(Class<T> type) {
        return host.api(type);
    }

    /** How often, and after which pauses, what was cut off is asked for again. */
    public Backoff backoff() {
        return http.backoff();
    }

    /** The content of the answer. */
    public <T> T execute(CallTerms terms, Function<CallContext, Call<T>> request) {
        CallContext context = context(terms);
        return http.calls().execute(context, request.apply(context));
    }

    /** A call whose answer has nothing to say but that all is well. */
    public void perform(CallTerms terms, Function<CallContext, Call<Void>> request) {
        CallContext context = context(terms);
        http.calls().exchange(context, request.apply(context));
    }

    /** The answer with its body still to come, for the caller to close. */
    public StreamedAnswer stream(CallTerms terms, Function<CallContext, Call<ResponseBody>> request) {
        CallContext context = context(terms);
        return http.calls().stream(context, request.apply(context));
    }

    private CallContext context(CallTerms terms) {
        return CallContext.signed(terms.operation(), terms.repeatability(), signer.apply(terms), terms.secrets());
    }

    /** Where generated interfaces lead to. */
    private interface Host {
        <T> T api(Class<T> type);
    }
}
