package me.digi.client.sandbox.internal.state;

import java.security.KeyPair;
import java.util.Set;
import me.digi.client.sandbox.ContractKind;

/** A contract of the application: its keys, what it is for, and where a user's browser may come back to. */
public record Contract(String id, ContractKind kind, KeyPair keys, Set<String> redirectUris) {}
