package me.digi.client.keepalive;

/**
 * How many users a keep-alive sweep has processed.
 *
 * @param users all of them, including those below
 * @param refreshed whose token pairs were replaced
 * @param skipped who were listed as in doubt or already being refreshed
 * @param consentNeeded whose token pairs digi.me refuses, now or before
 * @param failed whose refresh failed, or whose record cannot be read
 */
public record KeepAliveProgress(long users, long refreshed, long skipped, long consentNeeded, long failed) {}
