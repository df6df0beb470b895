package me.digi.client.keepalive;

/**
 * How many users a keep-alive sweep has dealt with.
 *
 * @param users whom it looked at; those below are among them
 * @param refreshed whose token pairs it replaced
 * @param skipped who were in doubt or being refreshed already, according to the list
 * @param consentNeeded whose token pairs digi.me refuses, now or before
 * @param failed whose refresh failed, or whose record cannot be read
 */
public record KeepAliveProgress(long users, long refreshed, long skipped, long consentNeeded, long failed) {}
