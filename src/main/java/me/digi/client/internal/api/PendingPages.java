package me.digi.client.internal.api;

import java.net.URI;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.PendingConsent;
import me.digi.client.internal.api.Links.Code;
import me.digi.client.internal.io.PendingPage;
import me.digi.client.internal.io.PendingPage.Kind;
import me.digi.client.internal.io.PendingPage.Session;
import org.jspecify.annotations.Nullable;

/** Makes what an application keeps of a page that it sends a user to. */
final class PendingPages {
    private PendingPages() {}

    /** A page, and what belongs to it. */
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

    /** The page where the access to an account is revoked. */
    static PendingConsent ofRevocation(ContractDetails contract, URI page) {
        return pending(new PendingPage(Kind.REVOKE_ACCOUNT, contract.contractId(), page, null, null, null));
    }

    /** Through its JSON, so that what starts here and what comes out of a user's session are the same. */
    private static PendingConsent pending(PendingPage page) {
        return PendingConsent.fromJson(page.toJson());
    }
}
