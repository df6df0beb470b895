package me.digi.client.internal.wire;

import java.util.ArrayList;
import java.util.List;

/** The problems of one object. Each begins with the member's name and quotes nothing received. For one thread. */
final class Problems {
    private static final int MAX_SIZE = 20;

    private final List<String> problems = new ArrayList<>();

    void add(String problem) {
        if (problems.size() < MAX_SIZE) {
            problems.add(problem);
        }
    }

    void addWithin(String member, List<String> inner) {
        for (String problem : inner) {
            add(member + (problem.startsWith("is ") ? " " : ".") + problem);
        }
    }

    List<String> all() {
        return problems;
    }
}
