package examples.support;

import java.util.Locale;

/** The kinds of contracts. */
enum ContractKind {
    READ(""),
    WRITE("WRITE_"),
    RAW("RAW_");

    private final String prefix;

    ContractKind(String prefix) {
        this.prefix = prefix;
    }

    /** The variable that has the contract's id. */
    String idVariable() {
        return "DIGIME_" + prefix + "CONTRACT_ID";
    }

    /** The variable that has the path of the contract's private key. */
    String keyVariable() {
        return "DIGIME_" + prefix + "PRIVATE_KEY_FILE";
    }

    /** A name for the sandbox's contract of this kind. */
    String sandboxName() {
        return "sandbox-" + name().toLowerCase(Locale.ROOT);
    }
}
