package me.digi.client.sandbox.internal.state;

import java.util.List;
import java.util.Map;

/** A person with a library: an id, and the accounts in it. */
public record User(String id, List<Map<String, Object>> accounts) {}
