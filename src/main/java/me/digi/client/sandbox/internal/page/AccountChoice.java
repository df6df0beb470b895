package me.digi.client.sandbox.internal.page;

/** The accounts that a user can choose on a page. */
enum AccountChoice {
    NONE,
    /** The account to add. */
    ONE,
    /** Any number of accounts, in addition to those in the library. */
    SEVERAL
}
