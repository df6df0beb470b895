package me.digi.client.internal.auth;

import java.net.URI;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.PendingConsent;
import me.digi.client.internal.auth.Links.Code;
import me.digi.client.internal.values.PendingPage;
import me.digi.client.internal.values.PendingPage.Kind;
import me.digi.client.internal.values.PendingPage.Session;
import org.jspecify.annotations.Nullable;

/** Makes what an application keeps of a page that it sends a user to. */
public final class PendingPages {
    private PendingPages() {}

    /** A page that gives an authorization code. */
    static PendingConsent ofConsent(
            Kind kind, ContractDetails contract, PageAddress page, String state, String codeVerifier, Code code) {
        return pending(kind, contract, page.toUri(), state, codeVerifier, code);
    }

    /** A page about accounts, with a session. */
    static PendingConsent ofAccount(
            Kind kind, ContractDetails contract, PageAddress page, @Nullable String state, Code code) {
        return pending(kind, contract, page.toUri(), state, null, code);
    }

    /** The page where the access to an account is revoked. */
    public static PendingConsent ofRevocation(ContractDetails contract, URI page) {
        return pending(Kind.REVOKE_ACCOUNT, contract, page, null, null, null);
    }

    private static PendingConsent pending(
            Kind kind,
            ContractDetails contract,
            URI page,
            @Nullable String state,
            @Nullable String codeVerifier,
            @Nullable Code code) {
        Session session = code == null
                ? null
                : new Session(code.session().key(), code.session().expiresAt());
        return PendingConsent.fromJson(
                new PendingPage(kind, contract.contractId(), page, state, codeVerifier, session).toJson());
    }
}
