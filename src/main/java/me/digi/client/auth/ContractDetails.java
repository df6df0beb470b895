package me.digi.client.auth;

import java.security.PrivateKey;
import java.util.Objects;
import me.digi.client.internal.crypto.KeyFormatException;
import me.digi.client.internal.crypto.RsaKeys;
import me.digi.client.internal.io.Hidden;
import me.digi.client.internal.io.Require;
import me.digi.client.internal.io.ValueStyle;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A contract with digi.me, and the private key that authenticates requests under it.
 *
 * <pre>{@code
 * ContractDetails contract = ContractDetails.builder()
 *         .contractId("fJI8P5Z4cIhP3HawlXVvxWBrbyj5QkTF")
 *         .privateKey(Files.readString(Path.of("contract-key.pem")))
 *         .build();
 * }</pre>
 *
 * <p>The key is parsed and checked in {@link Builder#build()}: build once and reuse. It never prints, and JSON
 * libraries find nothing to write. Thread-safe.
 */
@Value.Immutable
@ValueStyle.WithoutBuilder
public abstract class ContractDetails {
    ContractDetails() {}

    /** A builder that requires a contract id and a private key. */
    public static Builder builder() {
        return new Builder();
    }

    /** The contract's id at digi.me. */
    @Value.Parameter
    public abstract String contractId();

    @Value.Parameter
    abstract Hidden<PrivateKey> hiddenKey();

    /** The contract's RSA key of 2048 bits or more. It signs requests and decrypts users' files. */
    public final PrivateKey privateKey() {
        return hiddenKey().value();
    }

    @Override
    public String toString() {
        return "ContractDetails{contractId=" + contractId() + ", privateKey=***}";
    }

    /** Builds {@link ContractDetails}. Not thread-safe. */
    public static final class Builder {
        private @Nullable String contractId;
        private @Nullable String pem;
        private @Nullable PrivateKey privateKey;

        Builder() {}

        /** The contract's id at digi.me. Required. */
        public Builder contractId(String contractId) {
            this.contractId = Objects.requireNonNull(contractId, "contractId");
            return this;
        }

        /**
         * The private key as PEM: {@code RSA PRIVATE KEY} (PKCS#1, as digi.me issues it) or {@code PRIVATE KEY}
         * (PKCS#8), with or without line breaks, unencrypted.
         */
        public Builder privateKey(String pem) {
            this.pem = Objects.requireNonNull(pem, "privateKey");
            return this;
        }

        /** The private key as an object, such as one in a key store or hardware module. */
        public Builder privateKey(PrivateKey privateKey) {
            this.privateKey = Objects.requireNonNull(privateKey, "privateKey");
            return this;
        }

        /**
         * Builds the contract.
         *
         * @throws IllegalStateException if the contract id or the key is missing, or the key was given both ways
         * @throws IllegalArgumentException if the contract id is blank, or the key is not an RSA private key of 2048
         *     bits or more; the message says what was found, without any part of the key
         */
        public ContractDetails build() {
            if (contractId == null) {
                throw new IllegalStateException("contractId is missing");
            }
            return ImmutableContractDetails.of(Require.text("contractId", contractId), new Hidden<>(key()));
        }

        private PrivateKey key() {
            if (pem != null && privateKey != null) {
                throw new IllegalStateException("privateKey is set both as PEM and as an object: set only one");
            }
            try {
                if (pem != null) {
                    return RsaKeys.privateKey(pem);
                }
                if (privateKey != null) {
                    return RsaKeys.checked(privateKey);
                }
            } catch (KeyFormatException e) {
                // Without the exception, which says no more.
                String format = pem == null ? "" : " in PEM (PKCS#1 or PKCS#8, not encrypted)";
                throw new IllegalArgumentException(
                        "privateKey must be an RSA private key" + format + ", but " + e.getMessage());
            }
            throw new IllegalStateException("privateKey is missing");
        }
    }
}
