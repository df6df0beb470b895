package me.digi.client.sandbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import me.digi.client.store.GrantKey;
import me.digi.client.store.GrantSummary;
import me.digi.client.store.StoredGrant;
import me.digi.client.store.StoredUser;
import me.digi.client.store.TokenStore;
import org.jspecify.annotations.Nullable;

/** Rules for the lists of stores that support them. */
final class TokenStoreLists {
    private static final Instant TIME = Instant.ofEpochMilli(1_800_000_000_123L);

    private TokenStoreLists() {}

    static void checkEachOnce(TokenStoreTrial trial) {
        if (!isSupported(trial)) {
            return;
        }
        trial.require(pages(trial, trial.store, 10).isEmpty(), "a contract without grants is not listed as empty");
        Map<GrantKey, StoredUser> expected = new HashMap<>();
        for (GrantKey grant : AwkwardKeys.grants(trial)) {
            StoredGrant first = new StoredGrant(1, "{}", summary(0));
            StoredGrant second = new StoredGrant(2, "{}", summary(expected.size()));
            trial.mustWrite(grant, 0, first);
            trial.mustWrite(grant, 1, second);
            if (grant.contractId().equals(trial.contractId())) {
                expected.put(grant, new StoredUser(grant, 2, second.summary()));
            }
        }
        GrantKey deleted = trial.grant("deleted");
        trial.first(deleted);
        trial.store.delete(deleted);
        for (TokenStore store : List.of(trial.store, trial.other)) {
            for (int limit : List.of(1, 7, expected.size(), 2 * expected.size())) {
                List<StoredUser> listed = pages(trial, store, limit);
                for (StoredUser user : listed) {
                    trial.require(
                            user.equals(expected.get(user.grant())),
                            "the list has " + user + ", the store " + expected.get(user.grant()));
                }
                trial.require(
                        listed.size() == expected.size(),
                        expected.size() + " grants are stored, but " + listed.size() + " listed in pages of " + limit);
            }
        }
    }

    /** Summaries from complete to empty. */
    private static GrantSummary summary(int number) {
        GrantSummary.State[] states = GrantSummary.State.values();
        return new GrantSummary(
                states[number % states.length],
                number % 3 == 0 ? null : TIME.plusMillis(number),
                number % 4 == 0 ? null : TIME.plusSeconds(number));
    }

    static void checkWithoutSummary(TokenStoreTrial trial) {
        if (!isSupported(trial)) {
            return;
        }
        GrantKey grant = trial.grant();
        trial.mustWrite(grant, 0, new StoredGrant(1, "{}", summary(1)));
        trial.mustWrite(grant, 1, new StoredGrant(2, "{}"));
        List<StoredUser> listed = pages(trial, trial.store, 10);
        trial.require(
                listed.equals(List.of(new StoredUser(grant, 2, GrantSummary.unknown()))),
                "the newest record has no summary, but the list has " + listed);
    }

    static void checkChangesMeanwhile(TokenStoreTrial trial) {
        if (!isSupported(trial)) {
            return;
        }
        Set<GrantKey> toList = new HashSet<>();
        for (int number = 0; number < 20; number++) {
            GrantKey grant = trial.grant("user " + number);
            trial.first(grant);
            toList.add(grant);
        }
        List<StoredUser> listed = new ArrayList<>();
        String after = null;
        for (int pages = 0; ; pages++) {
            trial.require(pages <= toList.size(), "a list of " + toList.size() + " users does not end");
            List<StoredUser> page = trial.store.list(trial.contractId(), after, 3);
            if (page.isEmpty()) {
                break;
            }
            listed.addAll(page);
            StoredUser last = page.get(page.size() - 1);
            after = last.userKey();
            // After a page, its users may be deleted, later ones changed, and new ones added.
            page.forEach(user -> trial.store.delete(user.grant()));
            trial.first(trial.grant("new user " + pages));
            toList.stream()
                    .filter(grant -> trial.other.load(grant) != null)
                    .findFirst()
                    .ifPresent(grant -> {
                        StoredGrant seen = trial.mustLoad(trial.other, grant);
                        trial.mustWrite(grant, seen.version(), seen.next("{\"changed\":true}"));
                    });
        }
        Set<GrantKey> once = new HashSet<>();
        for (StoredUser user : listed) {
            trial.require(once.add(user.grant()), "user \"" + user.userKey() + "\" is listed twice");
        }
        trial.require(once.containsAll(toList), "a grant that existed until after its page is not listed");
    }

    private static boolean isSupported(TokenStoreTrial trial) {
        try {
            trial.store.list(trial.contractId(), null, 1);
            return true;
        } catch (UnsupportedOperationException e) {
            return false;
        }
    }

    private static List<StoredUser> pages(TokenStoreTrial trial, TokenStore store, int limit) {
        List<StoredUser> all = new ArrayList<>();
        @Nullable String after = null;
        while (true) {
            List<StoredUser> page = store.list(trial.contractId(), after, limit);
            trial.require(page.size() <= limit, "a page of at most " + limit + " has " + page.size());
            if (page.isEmpty()) {
                return all;
            }
            String last = page.get(page.size() - 1).userKey();
            trial.require(!last.equals(after), "the page after user \"" + after + "\" ends with that user again");
            all.addAll(page);
            after = last;
        }
    }
}
