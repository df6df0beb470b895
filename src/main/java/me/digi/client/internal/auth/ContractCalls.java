package me.digi.client.internal.auth;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import me.digi.client.auth.ContractDetails;
import me.digi.client.internal.http.CallContext;
import me.digi.client.internal.http.HttpStack;
import me.digi.client.internal.http.Repeatability;
import retrofit2.Call;

/** Makes calls in the name of a contract alone, without any user. Safe for use by many threads. */
public final class ContractCalls {
    private final HttpStack http;
    private final Contracts contracts;
    private final ContractDetails contract;

    /** Calls under this contract. */
    public ContractCalls(HttpStack http, Contracts contracts, ContractDetails contract) {
        this.http = http;
        this.contracts = contracts;
        this.contract = contract;
    }

    /** A generated interface to make calls with. */
    public <T> T api(Class<T> type) {
        return http.api(type);
    }

    /** The content of the answer. */
    public <T> T execute(String operation, Repeatability repeatability, Function<CallContext, Call<T>> request) {
        CallContext context = CallContext.signed(
                operation, repeatability, contracts.signer(contract).forRequest(Map::of), List.of());
        return http.calls().execute(context, request.apply(context));
    }
}
