package me.digi.client.internal.oauth;

import java.util.function.Function;
import java.util.function.Supplier;
import me.digi.client.auth.ContractDetails;
import me.digi.client.internal.http.CallContext;
import me.digi.client.internal.http.CallSpec;
import me.digi.client.internal.http.Caller;
import me.digi.client.internal.http.HttpStack;
import me.digi.client.internal.io.Deadline;

public final class ContractCaller extends Caller {
    private final Function<CallSpec, Supplier<String>> signer;

    private ContractCaller(
            HttpStack http,
            ApiFactory apis,
            Function<CallSpec, Supplier<String>> signer,
            Supplier<Deadline> deadlines) {
        super(http, apis, deadlines);
        this.signer = signer;
    }

    public static ContractCaller ofApi(
            HttpStack http, Contracts contracts, ContractDetails contract, Supplier<Deadline> deadlines) {
        return new ContractCaller(
                http, http::api, spec -> contracts.signer(contract).forRequest(spec::claims), deadlines);
    }

    /** Sends requests to the cloud, which requires other JWTs. */
    public static ContractCaller ofCloud(
            HttpStack http, Contracts contracts, ContractDetails contract, Supplier<Deadline> deadlines) {
        return new ContractCaller(
                http, http::cloud, spec -> contracts.signer(contract).forCloudRequest(), deadlines);
    }

    @Override
    protected <R> R call(CallSpec spec, Deadline deadline, Function<CallContext, R> attempt) {
        return attempt.apply(CallContext.signed(spec.operation(), deadline, signer.apply(spec), spec.secrets()));
    }
}
