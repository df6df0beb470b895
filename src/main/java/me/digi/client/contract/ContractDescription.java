package me.digi.client.contract;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import me.digi.client.internal.io.Collecting;
import org.jspecify.annotations.Nullable;

/**
 * digi.me's description of a contract; {@code ContractDetails} are its credentials.
 * {@code SandboxValues.contractDescription} in the sandbox jar builds descriptions for tests.
 *
 * @param id empty if the service sent none
 * @param accessType what the contract permits
 * @param type as the service spells it
 * @param partnerId the partner that holds the contract
 * @param certificate as the service sent it: see {@link #x509Certificate()}
 * @param certificateContractSchemaVersion the schema version of the certificate
 * @param problems messages about missing or malformed parts, such as {@code expirationDate is not a whole number}. Such
 *     a part is null, or has the intended value where that is clear
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
    public ContractDescription {
        Objects.requireNonNull(id, "id");
        problems = List.copyOf(problems);
    }

    /** Parses the certificate on each call; null if it is missing or malformed. */
    public @Nullable X509Certificate x509Certificate() {
        return certificate == null ? null : CertificateText.parse(certificate);
    }

    /**
     * The application that a contract is for.
     *
     * @param id empty if the service sent none
     * @param status one of the service's numbers
     * @param resources pictures and the like, as plain JSON values
     */
    public record Application(
            String id, @Nullable String name, @Nullable Long status, Map<String, Object> resources) {
        public Application {
            Objects.requireNonNull(id, "id");
            resources = Collecting.copyOf(resources);
        }
    }
}
