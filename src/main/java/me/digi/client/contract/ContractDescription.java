package me.digi.client.contract;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import me.digi.client.internal.io.Copies;
import org.jspecify.annotations.Nullable;

/**
 * What digi.me says of a contract; not to be confused with {@code ContractDetails}, which are the credentials. A part that
 * the service did not send as described is null, and {@link #problems()} says so. {@code SandboxValues.contractDescription}
 * in the sandbox jar makes descriptions for tests.
 *
 * @param id the contract's id; empty if the service sent none
 * @param accessType what it lets the application do
 * @param type its type, as the service spells it
 * @param partnerId the partner that it is with
 * @param expiresAt when it ends
 * @param certificate its certificate as the service sent it; {@link #x509Certificate()} parses it
 * @param certificateContractSchemaVersion the version of the schema that the certificate follows
 * @param application the application that it is for
 * @param problems what the service sent that could not be read as described, such as {@code expirationDate is not a whole
 *     number}; empty if nothing was odd. Such a part is null, or what was meant if that is clear
 */
public record ContractDescription(
        String id,
        @Nullable AccessType accessType,
        @Nullable String type,
        @Nullable String partnerId,
        @Nullable Instant expiresAt,
        @Nullable String certificate,
        @Nullable String certificateContractSchemaVersion,
        @Nullable Application application,
        List<String> problems) {
    /** Copies the list. */
    public ContractDescription {
        Objects.requireNonNull(id, "id");
        problems = List.copyOf(problems);
    }

    /** The certificate, parsed in each call; null if the service sent none, or something else. */
    public @Nullable X509Certificate x509Certificate() {
        return certificate == null ? null : CertificateText.parse(certificate);
    }

    /**
     * The application that a contract is for.
     *
     * @param id its id; empty if the service sent none
     * @param name its name
     * @param status its status, as one of the service's numbers
     * @param resources its pictures and the like, as plain JSON values
     */
    public record Application(
            String id, @Nullable String name, @Nullable Long status, Map<String, Object> resources) {
        /** Copies the map. */
        public Application {
            Objects.requireNonNull(id, "id");
            resources = Copies.of(resources);
        }
    }
}
