package me.digi.client.internal.wire;

import java.util.ArrayList;
import java.util.List;

/**
 * What could not be read of one object. Each problem begins with the name of the member, and quotes nothing of what was
 * received. For one thread.
 */
final class Problems {
    private static final int MOST = 20;

    private final List<String> problems = new ArrayList<>();

    void add(String problem) {
        if (problems.size() < MOST) {
            problems.add(problem);
        }
    }

    /** Adds what is wrong within the member. */
    void addWithin(String member, List<String> inner) {
        for (String problem : inner) {
            add(member + (problem.startsWith("is ") ? " " : ".") + problem);
        }
    }

    List<String> all() {
        return problems;
    }
}
