package me.digi.client.sandbox.internal.protocol;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The rules that are loosened. Safe for use by many threads. */
public final class Strictness {
    private final Set<Rule> loosened = ConcurrentHashMap.newKeySet();

    public void loosen(Rule rule) {
        loosened.add(rule);
    }

    public void tighten(Rule rule) {
        loosened.remove(rule);
    }

    public boolean isLoosened(Rule rule) {
        return loosened.contains(rule);
    }

    /** The check of one request. */
    public RuleCheck check() {
        return new RuleCheck(this);
    }
}
