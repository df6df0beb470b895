package me.digi.client.sandbox;

import java.util.List;
import java.util.function.Consumer;
import me.digi.client.store.GrantKey;
import me.digi.client.store.StoredGrant;

/** A rule of {@link me.digi.client.store.TokenStore}, and its check. */
record TokenStoreRule(String sentence, Consumer<TokenStoreTrial> check) {
    static final List<TokenStoreRule> ALL = List.of(
            new TokenStoreRule("a grant that was never stored loads as null", trial -> {
                GrantKey grant = trial.grant();
                trial.mustHold(grant, null);
                trial.mustReject(grant, 1, new StoredGrant(2, "{}"), "there is no record");
                trial.mustHold(grant, null);
            }),
            new TokenStoreRule("the first record is written over version 0, once, and may have any version", trial -> {
                GrantKey grant = trial.grant();
                StoredGrant first = trial.first(grant);
                trial.mustHold(grant, first);
                trial.mustReject(grant, 0, new StoredGrant(1, "{\"other\":1}"), "there is a record already");
                trial.mustReject(grant, 0, first.next("{\"other\":2}"), "there is a record already");
                trial.mustHold(grant, first);
            }),
            new TokenStoreRule("a write over the newest version replaces it", trial -> {
                GrantKey grant = trial.grant();
                StoredGrant newest = trial.first(grant);
                for (int i = 0; i < 5; i++) {
                    StoredGrant next = newest.next("{\"write\":" + i + "}");
                    trial.mustWrite(grant, newest.version(), next);
                    trial.mustHold(grant, next);
                    newest = next;
                }
            }),
            new TokenStoreRule("a write over a version that is not the newest changes nothing", trial -> {
                GrantKey grant = trial.grant();
                StoredGrant first = trial.first(grant);
                StoredGrant second = first.next("{\"second\":true}");
                trial.mustWrite(grant, first.version(), second);
                trial.mustReject(grant, first.version(), first.next("{\"stale\":true}"), "it is superseded");
                trial.mustReject(grant, first.version(), second, "it is superseded, if only by the very same record");
                trial.mustReject(grant, second.version() + 1, second.next("{}").next("{}"), "it is not there yet");
                trial.mustHold(grant, second);
            }),
            new TokenStoreRule("a version may be 2^53", trial -> {
                GrantKey grant = trial.grant();
                StoredGrant first = new StoredGrant(1L << 53, "{}");
                trial.mustWrite(grant, 0, first);
                StoredGrant next = first.next("{\"next\":true}");
                trial.mustWrite(grant, first.version(), next);
                trial.mustHold(grant, next);
            }),
            new TokenStoreRule("a deleted grant loads as null, and deleting it again does nothing", trial -> {
                GrantKey grant = trial.grant();
                trial.store.delete(grant);
                StoredGrant first = trial.first(grant);
                trial.store.delete(grant);
                trial.store.delete(grant);
                trial.mustHold(grant, null);
                trial.mustReject(grant, first.version(), first.next("{}"), "the record was deleted");
                trial.mustHold(grant, null);
            }),
            new TokenStoreRule("a grant stored again has no trace of the deleted one", trial -> {
                GrantKey grant = trial.grant();
                StoredGrant before = trial.first(grant);
                trial.store.delete(grant);
                StoredGrant anew = new StoredGrant(1, "{\"anew\":true}");
                trial.mustWrite(grant, 0, anew);
                trial.mustReject(
                        grant, before.version(), before.next("{\"stale\":true}"), "that was before the delete");
                trial.mustHold(grant, anew);
            }),
            new TokenStoreRule("grants differ if any character of their keys does", AwkwardKeys::check),
            new TokenStoreRule("content is loaded as it was stored, whatever text it is", trial -> {
                GrantKey grant = trial.grant();
                StoredGrant newest = trial.first(grant);
                for (String content : List.of(
                        " \t\r\n padded \n",
                        "'; DROP TABLE grants; -- \\ \" % _ ? $1 {}",
                        "\u00fc\u65e5\u672c\ud83d\ude00\u2028\u0001\u007f",
                        "{\"large\":\"" + "0123456789".repeat(10_000) + "\"}")) {
                    StoredGrant next = newest.next(content);
                    trial.mustWrite(grant, newest.version(), next);
                    trial.mustHold(grant, next);
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
                    "of many threads that write a first record, exactly one succeeds", TokenStoreRace::toBeFirst),
            new TokenStoreRule("of many threads that count, none loses or repeats a step", TokenStoreRace::toCount));
}
