package me.digi.client.internal.oauth;

import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;
import me.digi.client.internal.crypto.RequestSigner;
import me.digi.client.internal.http.CallContext;
import me.digi.client.internal.http.CallSpec;
import me.digi.client.internal.http.Caller;
import me.digi.client.internal.http.HttpStack;
import me.digi.client.internal.io.Deadline;

public final class ContractCaller extends Caller {
    private final RequestSigner signer;
    private final boolean isOfCloud;

    /**
     * Sends requests of a contract.
     *
     * @param isOfCloud whether to the cloud, which requires other JWTs
     */
    public ContractCaller(HttpStack http, RequestSigner signer, Duration callTimeout, boolean isOfCloud) {
        super(http, isOfCloud ? http::cloud : http::api, callTimeout);
        this.signer = signer;
        this.isOfCloud = isOfCloud;
    }

    @Override
    protected <R> R call(CallSpec spec, Deadline deadline, Function<CallContext, R> attempt) {
        Supplier<String> jwt = isOfCloud ? signer.forCloudRequest() : signer.forRequest(spec::claims);
        return attempt.apply(new CallContext(spec.operation(), deadline, jwt, spec.secrets(), null));
    }
}
