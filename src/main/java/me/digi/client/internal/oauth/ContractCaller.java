package me.digi.client.internal.oauth;

import java.util.function.Function;
import java.util.function.Supplier;
import me.digi.client.auth.ContractDetails;
import me.digi.client.internal.http.CallContext;
import me.digi.client.internal.http.CallTerms;
import me.digi.client.internal.http.Caller;
import me.digi.client.internal.http.HttpStack;
import me.digi.client.internal.io.Deadline;

/** Sends requests for a contract, without a user. */
public final class ContractCaller extends Caller {
    private final Function<CallTerms, Supplier<String>> signer;

    private ContractCaller(
            HttpStack http, Host host, Function<CallTerms, Supplier<String>> signer, Supplier<Deadline> deadlines) {
        super(http, host, deadlines);
        this.signer = signer;
    }

    /** Sends requests to the API. */
    public static ContractCaller ofApi(
            HttpStack http, Contracts contracts, ContractDetails contract, Supplier<Deadline> deadlines) {
        return new ContractCaller(
                http, http::api, terms -> contracts.signer(contract).forRequest(terms::claims), deadlines);
    }

    /** Sends requests to the cloud, where storages are, and which has JWTs of its own. */
    public static ContractCaller ofCloud(
            HttpStack http, Contracts contracts, ContractDetails contract, Supplier<Deadline> deadlines) {
        return new ContractCaller(
                http, http::cloud, terms -> contracts.signer(contract).forCloudRequest(), deadlines);
    }

    @Override
    protected <R> R call(CallTerms terms, Deadline deadline, Function<CallContext, R> attempt) {
        return attempt.apply(CallContext.signed(terms.operation(), deadline, signer.apply(terms), terms.secrets()));
    }
}
