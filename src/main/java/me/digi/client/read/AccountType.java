package me.digi.client.read;

import me.digi.client.internal.io.OneLine;
import me.digi.client.internal.io.Require;

/**
 * The type of an account. The service may send types that have no constant here; compare with {@code equals}.
 *
 * @param value as the service spells it
 */
public record AccountType(String value) {
    /** A personal account with a service. */
    public static final AccountType USER = new AccountType("USER");

    /** An administrator account. */
    public static final AccountType ADMIN = new AccountType("ADMIN");

    public static final AccountType EVENT = new AccountType("EVENT");

    public static final AccountType GROUP = new AccountType("GROUP");

    public static final AccountType BANK = new AccountType("BANK");

    public static final AccountType CREDIT_CARD = new AccountType("CREDIT_CARD");

    /** An account whose data was imported. */
    public static final AccountType IMPORTED = new AccountType("IMPORTED");

    public static final AccountType INVESTMENT = new AccountType("INVESTMENT");

    public static final AccountType INSURANCE = new AccountType("INSURANCE");

    public static final AccountType LOAN = new AccountType("LOAN");

    public static final AccountType REWARD = new AccountType("REWARD");

    public static final AccountType BILL = new AccountType("BILL");

    /** An account that data is pushed to. */
    public static final AccountType PUSH = new AccountType("PUSH");

    public AccountType {
        Require.text("value", value);
    }

    @Override
    public String toString() {
        return OneLine.of(value);
    }
}
