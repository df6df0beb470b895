package me.digi.client.sandbox;

/**
 * A response that is correct but for one oddity that servers and proxies have been seen to send. The operation is
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
    /** Token pair: both {@code expires_on} are 2^53, which is no time in any unit. */
    HUGE_EXPIRY,
    /** Token pair: both {@code expires_on} lie in the year 10000. */
    YEAR_10000_EXPIRY,
    /** Of an exchange or a refresh: {@code sub} is a number. */
    NUMERIC_SUB,
    /** Of an exchange or a refresh: {@code consentid} is a number. */
    NUMERIC_CONSENT_ID,
    /** Of any JSON: a UTF-8 byte order mark comes before it. */
    BYTE_ORDER_MARK,
    /** Of any JSON: it is compressed, and {@code Content-Encoding: gzip} says so, whatever the request accepts. */
    GZIP,
    /**
     * Of a list: a member of its first item that has to be there is null. That is an account's {@code serviceTypeName}, a
     * file's {@code updatedDate}, and the {@code id} of what discovery finds.
     */
    NULL_MEMBER,
    /** Of a list: its second item is null. */
    NULL_ITEM,
    /** Of sources: {@code publishedStatus} is a number from 1 to 5, as the official iOS SDK takes it too. */
    NUMERIC_PUBLISHED_STATUS,
    /** Of a file list: {@code objectCount} is a string. */
    TEXT_OBJECT_COUNT
}
