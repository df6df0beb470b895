package me.digi.client.auth;

import java.util.Objects;
import me.digi.client.internal.io.Require;
import me.digi.client.read.Session;
import org.jspecify.annotations.Nullable;

/**
 * The user consented. {@code DigiMe.signIn} exchanges the code, under the same contract only.
 *
 * <pre>{@code
 * DigiMeUser user = digiMe.signIn(contract, "user-42", consent).user();
 * user.files(consent.session()).readAll(file -> store(file.name(), file.readText()));
 * }</pre>
 *
 * @param contractId the contract that the user consented to
 * @param code to be exchanged for a token pair
 * @param accountReference the {@code reference} of the account that the user added, or null
 * @param session reads the user's data; started by the consent, so no second one is needed
 */
public record Authorized(
        String contractId, AuthorizationCode code, @Nullable String accountReference, Session session)
        implements ConsentResult {
    public Authorized {
        Require.text("contractId", contractId);
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(session, "session");
    }
}
