package me.digi.client.internal.api;

import java.net.URI;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.PendingConsent;
import me.digi.client.internal.api.PageCodes.Code;
import me.digi.client.internal.io.PendingPage;
import me.digi.client.internal.io.PendingPage.Kind;
import me.digi.client.internal.io.PendingPage.Session;
import org.jspecify.annotations.Nullable;

final class PendingPages {
    private PendingPages() {}

    static PendingConsent of(
            Kind kind,
            ContractDetails contract,
            PageAddress page,
            @Nullable String state,
            @Nullable String codeVerifier,
            Code code) {
        Session session =
                new Session(code.session().key().value(), code.session().expiresAt());
        return pending(new PendingPage(kind, contract.contractId(), page.toUri(), state, codeVerifier, session));
    }

    static PendingConsent ofRevocation(ContractDetails contract, URI page) {
        return pending(new PendingPage(Kind.REVOKE_ACCOUNT, contract.contractId(), page, null, null, null));
    }

    /** By way of JSON, so that it equals what applications restore from a session. */
    private static PendingConsent pending(PendingPage page) {
        return PendingConsent.fromJson(page.toJson());
    }
}
