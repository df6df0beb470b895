package me.digi.client.sandbox;

import java.util.List;
import java.util.function.Consumer;
import me.digi.client.store.GrantKey;
import me.digi.client.store.StoredGrant;

/** A rule of {@link me.digi.client.store.TokenStore}, and its check. */
record TokenStoreRule(String sentence, Consumer<TokenStoreCheck> body) {
    static final List<TokenStoreRule> ALL = List.of(
            new TokenStoreRule("a grant that was never stored loads as null", check -> {
                GrantKey grant = check.grant();
                check.mustHold(grant, null);
                check.mustReject(grant, 1, new StoredGrant(2, "{}"), "there is no record");
                check.mustHold(grant, null);
            }),
            new TokenStoreRule("the first record is written over version 0, once, and may have any version", check -> {
                GrantKey grant = check.grant();
                StoredGrant first = check.first(grant);
                check.mustHold(grant, first);
                check.mustReject(grant, 0, new StoredGrant(1, "{\"other\":1}"), "there is a record already");
                check.mustReject(grant, 0, first.next("{\"other\":2}"), "there is a record already");
                check.mustHold(grant, first);
            }),
            new TokenStoreRule("a write over the newest version replaces it", check -> {
                GrantKey grant = check.grant();
                StoredGrant newest = check.first(grant);
                for (int i = 0; i < 5; i++) {
                    StoredGrant next = newest.next("{\"write\":" + i + "}");
                    check.mustWrite(grant, newest.version(), next);
                    check.mustHold(grant, next);
                    newest = next;
                }
            }),
            new TokenStoreRule("a write over a version that is not the newest changes nothing", check -> {
                GrantKey grant = check.grant();
                StoredGrant first = check.first(grant);
                StoredGrant second = first.next("{\"second\":true}");
                check.mustWrite(grant, first.version(), second);
                check.mustReject(grant, first.version(), first.next("{\"stale\":true}"), "it is superseded");
                check.mustReject(grant, first.version(), second, "it is superseded, although by the same record");
                check.mustReject(
                        grant, second.version() + 1, second.next("{}").next("{}"), "that version does not exist yet");
                check.mustHold(grant, second);
            }),
            new TokenStoreRule("a version may be 2^53", check -> {
                GrantKey grant = check.grant();
                StoredGrant first = new StoredGrant(1L << 53, "{}");
                check.mustWrite(grant, 0, first);
                StoredGrant next = first.next("{\"next\":true}");
                check.mustWrite(grant, first.version(), next);
                check.mustHold(grant, next);
            }),
            new TokenStoreRule("a deleted grant loads as null, and deleting it again does nothing", check -> {
                GrantKey grant = check.grant();
                check.store.delete(grant);
                StoredGrant first = check.first(grant);
                check.store.delete(grant);
                check.store.delete(grant);
                check.mustHold(grant, null);
                check.mustReject(grant, first.version(), first.next("{}"), "the record was deleted");
                check.mustHold(grant, null);
            }),
            new TokenStoreRule("a grant stored again has no trace of the deleted one", check -> {
                GrantKey grant = check.grant();
                StoredGrant before = check.first(grant);
                check.store.delete(grant);
                StoredGrant anew = new StoredGrant(1, "{\"anew\":true}");
                check.mustWrite(grant, 0, anew);
                check.mustReject(
                        grant, before.version(), before.next("{\"stale\":true}"), "that was before the delete");
                check.mustHold(grant, anew);
            }),
            new TokenStoreRule("grants differ if any character of their keys does", DifficultKeys::check),
            new TokenStoreRule("content is loaded as it was stored, whatever text it is", check -> {
                GrantKey grant = check.grant();
                StoredGrant newest = check.first(grant);
                for (String content : List.of(
                        " \t\r\n padded \n",
                        "'; DROP TABLE grants; -- \\ \" % _ ? $1 {}",
                        "\u00fc\u65e5\u672c\ud83d\ude00\u2028\u0001\u007f",
                        "{\"large\":\"" + "0123456789".repeat(10_000) + "\"}")) {
                    StoredGrant next = newest.next(content);
                    check.mustWrite(grant, newest.version(), next);
                    check.mustHold(grant, next);
                    newest = next;
                }
            }),
            new TokenStoreRule(
                    "a list has each grant of the contract once, as last written, in pages of any size",
                    TokenStoreLists::checkEachOnce),
            new TokenStoreRule(
                    "a record written without a summary is listed as unknown", TokenStoreLists::checkWithoutSummary),
            new TokenStoreRule(
                    "a list continues after its last user, whatever is written or deleted meanwhile",
                    TokenStoreLists::checkChangesMeanwhile),
            new TokenStoreRule(
                    "of many threads that write a first record, exactly one succeeds", TokenStoreRace::checkFirstWrite),
            new TokenStoreRule(
                    "of many threads that count, none loses or repeats a step", TokenStoreRace::checkCounting));
}
