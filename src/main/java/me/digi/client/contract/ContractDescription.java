package me.digi.client.contract;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Map;
import me.digi.client.internal.values.ValueStyle;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** What digi.me says of a contract; not to be taken for {@code ContractDetails}, which are the credentials. */
@Value.Immutable
@ValueStyle
public abstract class ContractDescription {
    ContractDescription() {}

    /** A builder; applications need it in tests alone. */
    public static Builder builder() {
        return new Builder();
    }

    /** The contract's id. */
    public abstract String id();

    /** What it lets the application do. */
    public abstract AccessType accessType();

    /** Its type, in the service's words. */
    public abstract String type();

    /** The partner that it is with. */
    public abstract String partnerId();

    /** When it ends. */
    public abstract Instant expiresAt();

    /** Its certificate as the service sent it. */
    public abstract String certificate();

    /** Its certificate, where what the service sent is an X.509 certificate. */
    public abstract @Nullable X509Certificate x509Certificate();

    /** The version of the schema that the certificate follows. */
    public abstract String certificateContractSchemaVersion();

    /** The application that it is for. */
    public abstract Application application();

    /** Builds a {@link ContractDescription}. */
    public static final class Builder extends ImmutableContractDescription.Builder {
        Builder() {}
    }

    /**
     * The application that a contract is for.
     *
     * @param id its id
     * @param name its name
     * @param status its status, in the service's numbers
     * @param resources its pictures and the like, as plain JSON values
     */
    public record Application(String id, String name, long status, Map<String, Object> resources) {
        /** Copies the map. */
        public Application {
            resources = Map.copyOf(resources);
        }
    }
}
