package me.digi.client.sandbox;

/**
 * Why the sandbox refused a request. Secrets are shortened.
 *
 * @param rule the name of the rule, as for {@link Sandbox#loosen}
 * @param expected what the rule asks for
 * @param came what the request had instead
 * @param officialSdk how digi.me's own SDK for Node.js does it
 */
public record Refusal(String rule, String expected, String came, String officialSdk) {}
