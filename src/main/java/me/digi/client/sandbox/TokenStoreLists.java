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

    static void checkEachOnce(TokenStoreCheck check) {
        if (!isSupported(check)) {
            return;
        }
        check.require(pages(check, check.store, 10).isEmpty(), "a contract without grants is not listed as empty");
        Map<GrantKey, StoredUser> expected = new HashMap<>();
        for (GrantKey grant : DifficultKeys.grants(check)) {
            StoredGrant first = new StoredGrant(1, "{}", summary(0));
            StoredGrant second = new StoredGrant(2, "{}", summary(expected.size()));
            check.mustWrite(grant, 0, first);
            check.mustWrite(grant, 1, second);
            if (grant.contractId().equals(check.contractId())) {
                expected.put(grant, new StoredUser(grant, 2, second.summary()));
            }
        }
        GrantKey deleted = check.grant("deleted");
        check.first(deleted);
        check.store.delete(deleted);
        for (TokenStore store : List.of(check.store, check.other)) {
            for (int limit : List.of(1, 7, expected.size(), 2 * expected.size())) {
                List<StoredUser> listed = pages(check, store, limit);
                for (StoredUser user : listed) {
                    check.require(
                            user.equals(expected.get(user.grant())),
                            "the list has " + user + ", the store " + expected.get(user.grant()));
                }
                check.require(
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

    static void checkWithoutSummary(TokenStoreCheck check) {
        if (!isSupported(check)) {
            return;
        }
        GrantKey grant = check.grant();
        check.mustWrite(grant, 0, new StoredGrant(1, "{}", summary(1)));
        check.mustWrite(grant, 1, new StoredGrant(2, "{}"));
        List<StoredUser> listed = pages(check, check.store, 10);
        check.require(
                listed.equals(List.of(new StoredUser(grant, 2, GrantSummary.unknown()))),
                "the newest record has no summary, but the list has " + listed);
    }

    static void checkChangesMeanwhile(TokenStoreCheck check) {
        if (!isSupported(check)) {
            return;
        }
        Set<GrantKey> toList = new HashSet<>();
        for (int number = 0; number < 20; number++) {
            GrantKey grant = check.grant("user " + number);
            check.first(grant);
            toList.add(grant);
        }
        List<StoredUser> listed = new ArrayList<>();
        String after = null;
        for (int pages = 0; ; pages++) {
            check.require(pages <= toList.size(), "a list of " + toList.size() + " users does not end");
            List<StoredUser> page = check.store.list(check.contractId(), after, 3);
            if (page.isEmpty()) {
                break;
            }
            listed.addAll(page);
            StoredUser last = page.get(page.size() - 1);
            after = last.userKey();
            // After a page, its users may be deleted, later ones changed, and new ones added.
            page.forEach(user -> check.store.delete(user.grant()));
            check.first(check.grant("new user " + pages));
            toList.stream()
                    .filter(grant -> check.other.load(grant) != null)
                    .findFirst()
                    .ifPresent(grant -> {
                        StoredGrant seen = check.mustLoad(check.other, grant);
                        check.mustWrite(grant, seen.version(), seen.next("{\"changed\":true}"));
                    });
        }
        Set<GrantKey> once = new HashSet<>();
        for (StoredUser user : listed) {
            check.require(once.add(user.grant()), "user \"" + user.userKey() + "\" is listed twice");
        }
        check.require(once.containsAll(toList), "a grant that existed until after its page is not listed");
    }

    private static boolean isSupported(TokenStoreCheck check) {
        try {
            check.store.list(check.contractId(), null, 1);
            return true;
        } catch (UnsupportedOperationException e) {
            return false;
        }
    }

    private static List<StoredUser> pages(TokenStoreCheck check, TokenStore store, int limit) {
        List<StoredUser> all = new ArrayList<>();
        @Nullable String after = null;
        while (true) {
            List<StoredUser> page = store.list(check.contractId(), after, limit);
            check.require(page.size() <= limit, "a page of at most " + limit + " has " + page.size());
            if (page.isEmpty()) {
                return all;
            }
            String last = page.get(page.size() - 1).userKey();
            check.require(!last.equals(after), "the page after user \"" + after + "\" ends with that user again");
            all.addAll(page);
            after = last;
        }
    }
}
