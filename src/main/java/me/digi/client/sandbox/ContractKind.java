package me.digi.client.sandbox;

/** What a contract permits. */
public enum ContractKind {
    /** Reads a user's data. */
    READ,
    /** Pushes data to a user. */
    PUSH,
    /** Reads pushed files back. */
    READ_RAW
}
