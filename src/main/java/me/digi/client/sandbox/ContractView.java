package me.digi.client.sandbox;

import java.util.List;

/**
 * A contract of the sandbox.
 *
 * @param redirectUris those that are registered, sorted
 */
public record ContractView(String id, ContractKind kind, List<String> redirectUris) {}
