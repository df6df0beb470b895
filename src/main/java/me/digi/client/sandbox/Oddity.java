package me.digi.client.sandbox;

/**
 * A correct response with one oddity, as servers and proxies are known to send. The operation is
 * carried out, and clients should accept it.
 */
public enum Oddity implements Fault {
    /** Token pair: both {@code expires_on} have a fraction. */
    FRACTIONAL_EXPIRY,
    /** Token pair: both {@code expires_on} are strings. */
    TEXT_EXPIRY,
    /** Token pair: both {@code expires_on} are in milliseconds. */
    MILLISECOND_EXPIRY,
    /** Token pair: both {@code expires_on} are 0. */
    ZERO_EXPIRY,
    /** Token pair: both {@code expires_on} are -1. */
    NEGATIVE_EXPIRY,
    /** Token pair: both {@code expires_on} are 2^53, which is not a time in any unit. */
    HUGE_EXPIRY,
    /** Token pair: both {@code expires_on} lie in the year 10000. */
    YEAR_10000_EXPIRY,
    /** Token pair: {@code sub} is a number. */
    NUMERIC_SUB,
    /** Token pair: {@code consentid} is a number. */
    NUMERIC_CONSENT_ID,
    /** Any JSON: a UTF-8 byte order mark precedes it. */
    BYTE_ORDER_MARK,
    /** Any JSON: it is compressed with {@code Content-Encoding: gzip}, even if the request does not accept that. */
    GZIP,
    /**
     * List: a required member of its first item is null: an account's {@code serviceTypeName}, a file's
     * {@code updatedDate}, otherwise the {@code id}.
     */
    NULL_MEMBER,
    /** List: its second item is null. */
    NULL_ITEM,
    /** Sources: {@code publishedStatus} is a number from 1 to 5, which the official iOS SDK accepts, too. */
    NUMERIC_PUBLISHED_STATUS,
    /** File list: {@code objectCount} is a string. */
    TEXT_OBJECT_COUNT
}
