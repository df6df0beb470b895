package me.digi.client.fuzz;

import java.util.List;
import me.digi.client.auth.ContractDetails;

/** A contract's key as text. */
public final class PemFuzz {
    private static final Outcome OUTCOME = Outcome.documented(IllegalArgumentException.class);

    private PemFuzz() {}

    /** Reads the input as PEM. */
    public static void fuzzerTestOneInput(byte[] input) {
        read(FuzzInput.text(input));
    }

    static void read(String pem) {
        ContractDetails contract = OUTCOME.of(
                () -> ContractDetails.builder().contractId("id").privateKey(pem).build());
        if (contract != null) {
            Outcome.require(contract.privateKey().getAlgorithm().equals("RSA"), "a key that is taken is an RSA key");
        }
    }

    /** The cases P5 and P6, and what else comes instead of a key. */
    public static List<byte[]> seeds() {
        String pkcs1 = FuzzKeys.pem("RSA PRIVATE KEY", FuzzKeys.pkcs1());
        String pkcs8 = FuzzKeys.pem("PRIVATE KEY", FuzzKeys.pkcs8());
        return new Seeds()
                .texts(
                        pkcs1,
                        pkcs8,
                        "Bag Attributes\n    friendlyName: " + Outcome.SECRET + "\nKey Attributes: <No Attributes>\n"
                                + pkcs8,
                        pkcs1.replace("\n", "\\n"),
                        pkcs1 + pkcs8,
                        pkcs1.replace("-----\n", "-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00\n\n"),
                        pkcs8.replace("PRIVATE KEY", "ENCRYPTED PRIVATE KEY"),
                        "-----BEGIN " + Outcome.SECRET + "-----\n" + Outcome.SECRET + "\n-----END " + Outcome.SECRET
                                + "-----",
                        "-----BEGIN PRIVATE KEY-----".repeat(20),
                        Outcome.SECRET,
                        "\uFEFF \r\n")
                .all();
    }
}
