package me.digi.client.sandbox.internal.page;

/** Whether accounts are chosen on a page. */
enum AccountChoice {
    NONE,
    /** The one account that is added. */
    ONE,
    /** Any number of accounts, beside what the library has. */
    SEVERAL
}
