package me.digi.client.internal.auth;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import me.digi.client.Agent;
import me.digi.client.auth.ContractDetails;
import me.digi.client.internal.http.CallContext;
import me.digi.client.internal.http.HttpStack;
import me.digi.client.internal.http.Repeatability;
import me.digi.client.internal.jwt.RandomStrings;
import me.digi.client.internal.mapping.AgentMapping;
import me.digi.client.internal.mapping.SessionOptionsMapping;
import me.digi.client.internal.wire.Actions;
import me.digi.client.internal.wire.ActionsRequest;
import me.digi.client.internal.wire.CodeAnswer;
import me.digi.client.internal.wire.OAuthApi;
import me.digi.client.internal.wire.PreauthorizationPayload;
import me.digi.client.internal.wire.ReferencePayload;
import me.digi.client.internal.wire.ReferenceRequest;
import me.digi.client.read.SessionOptions;
import org.jspecify.annotations.Nullable;

/** Asks the server for the codes that the pages want. Safe for use by many threads. */
public final class Links {
    private final HttpStack http;
    private final OAuthApi api;
    private final Contracts contracts;
    private final ServerAnswers answers;
    private final URI onboardUrl;
    private final RandomStrings random;
    private final @Nullable Agent agent;

    /** Links to pages under the onboard URL. */
    public Links(
            HttpStack http,
            Contracts contracts,
            ServerAnswers answers,
            URI onboardUrl,
            RandomStrings random,
            @Nullable Agent agent) {
        this.http = http;
        this.api = http.tokens(OAuthApi.class);
        this.contracts = contracts;
        this.answers = answers;
        this.onboardUrl = onboardUrl;
        this.random = random;
        this.agent = agent;
    }

    PageUrl page(String name) {
        return new PageUrl(onboardUrl, name);
    }

    RandomStrings random() {
        return random;
    }

    /** A code for the page {@code authorize}, and the session beside it. */
    Code authorize(
            ContractDetails contract,
            Supplier<Map<String, String>> claims,
            List<String> secrets,
            @Nullable SessionOptions options) {
        answers.ensureKeysKnown();
        CallContext context = context("authorize", contract, claims, secrets);
        CodeAnswer answer = http.calls().execute(context, api.authorize(context, actions(options)));
        PreauthorizationPayload payload =
                answers.read(context.operation(), answer.token(), PreauthorizationPayload.class);
        return new Code(payload.preauthorizationCode(), answer.session());
    }

    /** A code that stands for the user's token in the address of a page, and the session beside it. */
    Code tokenReference(
            ContractDetails contract,
            Supplier<Map<String, String>> claims,
            List<String> secrets,
            @Nullable SessionOptions options) {
        answers.ensureKeysKnown();
        CallContext context = context("tokenReference", contract, claims, secrets);
        CodeAnswer answer = http.calls().execute(context, api.tokenReference(context, actions(options)));
        ReferencePayload payload = answers.read(context.operation(), answer.token(), ReferencePayload.class);
        return new Code(payload.referenceCode(), answer.session());
    }

    /** What stands for a storage in the address of a page. */
    String storageReference(ContractDetails contract, String storageId) {
        CallContext context = context("createReference", contract, Map::of, List.of());
        ReferenceRequest request = new ReferenceRequest("cloudId", storageId);
        return http.calls()
                .execute(context, api.createReference(context, request))
                .id();
    }

    private CallContext context(
            String operation, ContractDetails contract, Supplier<Map<String, String>> claims, List<String> secrets) {
        return CallContext.signed(
                operation,
                Repeatability.UNLESS_ACTED_ON,
                contracts.signer(contract).forRequest(claims),
                secrets);
    }

    private ActionsRequest actions(@Nullable SessionOptions options) {
        Actions actions = options == null ? null : new Actions(SessionOptionsMapping.toWire(options));
        return new ActionsRequest(AgentMapping.toWire(agent), actions);
    }

    /** A code for a page's address, and a session to read with once the user has been there. */
    record Code(String code, me.digi.client.internal.wire.Session session) {}
}
