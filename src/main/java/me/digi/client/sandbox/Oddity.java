package me.digi.client.sandbox;

/**
 * A response that is right but for one oddity, as servers and what lies between have been seen to send: the operation is
 * carried out. What a client depends on is there and good, so it should make do with the rest.
 */
public enum Oddity implements Fault {
    /** Of an exchange or a refresh: both tokens' {@code expires_on} has a fraction. */
    FRACTIONAL_EXPIRY,
    /** Of an exchange or a refresh: both tokens' {@code expires_on} is a string. */
    TEXT_EXPIRY,
    /** Of an exchange or a refresh: both tokens' {@code expires_on} is in milliseconds. */
    MILLISECOND_EXPIRY,
    /** Of an exchange or a refresh: both tokens' {@code expires_on} is 0. */
    ZERO_EXPIRY,
    /** Of an exchange or a refresh: both tokens' {@code expires_on} is -1. */
    NEGATIVE_EXPIRY,
    /** Of an exchange or a refresh: both tokens' {@code expires_on} is 2^53, which is no time in any unit. */
    HUGE_EXPIRY,
    /** Of an exchange or a refresh: both tokens' {@code expires_on} lies in the year 10000. */
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
