package me.digi.client.internal.token;

import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import me.digi.client.auth.ContractDetails;

/** A contract that no server knows, for tests without one. */
public final class MadeUpContract {
    private static final ContractDetails DETAILS = make();

    private MadeUpContract() {}

    /** The same contract each time. */
    public static ContractDetails details() {
        return DETAILS;
    }

    private static ContractDetails make() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return ContractDetails.builder()
                    .contractId("made-up-contract")
                    .privateKey(generator.generateKeyPair().getPrivate())
                    .build();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
