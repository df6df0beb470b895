package me.digi.client.read;

import me.digi.client.internal.io.OneLine;
import me.digi.client.internal.io.Require;

/**
 * What an account is: a bank account, a group, and so on. Those that are known are constants here; the service may name
 * others, so compare with {@code equals}.
 *
 * @param value as the service spells it
 */
public record AccountType(String value) {
    /** A person's own account with a service. */
    public static final AccountType USER = new AccountType("USER");

    /** An account that manages something. */
    public static final AccountType ADMIN = new AccountType("ADMIN");

    /** An event. */
    public static final AccountType EVENT = new AccountType("EVENT");

    /** A group of people. */
    public static final AccountType GROUP = new AccountType("GROUP");

    /** A bank account. */
    public static final AccountType BANK = new AccountType("BANK");

    /** A credit card. */
    public static final AccountType CREDIT_CARD = new AccountType("CREDIT_CARD");

    /** An account whose data was imported. */
    public static final AccountType IMPORTED = new AccountType("IMPORTED");

    /** An investment. */
    public static final AccountType INVESTMENT = new AccountType("INVESTMENT");

    /** An insurance. */
    public static final AccountType INSURANCE = new AccountType("INSURANCE");

    /** A loan. */
    public static final AccountType LOAN = new AccountType("LOAN");

    /** A reward programme. */
    public static final AccountType REWARD = new AccountType("REWARD");

    /** Bills. */
    public static final AccountType BILL = new AccountType("BILL");

    /** An account that data is pushed to. */
    public static final AccountType PUSH = new AccountType("PUSH");

    /** Any type, known here or not. */
    public AccountType {
        Require.text("value", value);
    }

    /** The type as the service spells it. */
    @Override
    public String toString() {
        return OneLine.of(value);
    }
}
