package me.digi.client.contract;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import me.digi.client.internal.values.ValueStyle;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What digi.me says of a contract; not to be taken for {@code ContractDetails}, which are the credentials. A part that the
 * service did not send as described is null, and {@link #problems()} says so.
 */
@Value.Immutable
@ValueStyle
public abstract class ContractDescription {
    ContractDescription() {}

    /** A builder; applications need it in tests alone. */
    public static Builder builder() {
        return new Builder();
    }

    /** The contract's id; empty if the service sent none. */
    public abstract String id();

    /** What it lets the application do. */
    public abstract @Nullable AccessType accessType();

    /** Its type, in the service's words. */
    public abstract @Nullable String type();

    /** The partner that it is with. */
    public abstract @Nullable String partnerId();

    /** When it ends. */
    public abstract @Nullable Instant expiresAt();

    /** Its certificate as the service sent it. */
    public abstract @Nullable String certificate();

    /** Its certificate, where what the service sent is an X.509 certificate. */
    public abstract @Nullable X509Certificate x509Certificate();

    /** The version of the schema that the certificate follows. */
    public abstract @Nullable String certificateContractSchemaVersion();

    /** The application that it is for. */
    public abstract @Nullable Application application();

    /**
     * What the service sent for it that could not be read as described, such as {@code expirationDate is not a whole number}; empty if
     * nothing was odd. Such a part is null, or what was meant where that is plain.
     */
    public abstract List<String> problems();

    /** Builds a {@link ContractDescription}. */
    public static final class Builder extends ImmutableContractDescription.Builder {
        Builder() {}
    }

    /**
     * The application that a contract is for.
     *
     * @param id its id; empty if the service sent none
     * @param name its name
     * @param status its status, in the service's numbers
     * @param resources its pictures and the like, as plain JSON values
     */
    public record Application(
            String id, @Nullable String name, @Nullable Long status, Map<String, Object> resources) {
        /** Copies the map. */
        public Application {
            resources = Map.copyOf(resources);
        }
    }
}
