package me.digi.client.internal.auth;

import java.util.function.Function;
import java.util.function.Supplier;
import me.digi.client.auth.ContractDetails;
import me.digi.client.internal.http.Backoff;
import me.digi.client.internal.http.CallContext;
import me.digi.client.internal.http.CallTerms;
import me.digi.client.internal.http.HttpStack;
import me.digi.client.internal.http.StreamedResponse;
import me.digi.client.internal.values.Deadline;
import okhttp3.ResponseBody;
import retrofit2.Call;

/** Sends requests for a contract, without a user. Safe for use by many threads. */
public final class ContractCalls {
    private final HttpStack http;
    private final Host host;
    private final Function<CallTerms, Supplier<String>> signer;
    private final Supplier<Deadline> deadlines;

    private ContractCalls(
            HttpStack http, Host host, Function<CallTerms, Supplier<String>> signer, Supplier<Deadline> deadlines) {
        this.http = http;
        this.host = host;
        this.signer = signer;
        this.deadlines = deadlines;
    }

    /** Calls of the API, with the deadline that is asked for when each begins. */
    public static ContractCalls ofApi(
            HttpStack http, Contracts contracts, ContractDetails contract, Supplier<Deadline> deadlines) {
        return new ContractCalls(
                http, http::api, terms -> contracts.signer(contract).forRequest(terms::claims), deadlines);
    }

    /** Calls of the cloud, where storages are, and which has JWTs of its own. */
    public static ContractCalls ofCloud(
            HttpStack http, Contracts contracts, ContractDetails contract, Supplier<Deadline> deadlines) {
        return new ContractCalls(
                http, http::cloud, terms -> contracts.signer(contract).forCloudRequest(), deadlines);
    }

    /** A generated interface to make calls with. */
    public <T> T api(Class<T> type) {
        return host.api(type);
    }

    /** How often, and after which pauses, what was cut off is asked for again. */
    public Backoff backoff() {
        return http.backoff();
    }

    /** The content of the response. */
    public <T> T execute(CallTerms terms, Function<CallContext, Call<T>> request) {
        CallContext context = context(terms);
        return http.calls().execute(context, request.apply(context));
    }

    /** A call whose response has no content. */
    public void perform(CallTerms terms, Function<CallContext, Call<Void>> request) {
        CallContext context = context(terms);
        http.calls().exchange(context, request.apply(context));
    }

    /** The response with its body still to come, for the caller to close. */
    public StreamedResponse stream(CallTerms terms, Function<CallContext, Call<ResponseBody>> request) {
        CallContext context = context(terms);
        return http.calls().stream(context, request.apply(context));
    }

    private CallContext context(CallTerms terms) {
        return CallContext.signed(terms.operation(), deadlines.get(), signer.apply(terms), terms.secrets());
    }

    /** Where generated interfaces lead to. */
    private interface Host {
        <T> T api(Class<T> type);
    }
}
