package me.digi.client.sandbox.internal.console;

import java.util.List;
import me.digi.client.sandbox.AccountError;
import me.digi.client.sandbox.AccountProgress;
import me.digi.client.sandbox.SyncScript;
import me.digi.client.sandbox.SyncStep;

/** Predefined sync scripts. */
enum ScriptPreset {
    STANDARD("Two files, then all") {
        @Override
        SyncScript script(List<String> accountIds) {
            return SyncScript.standard();
        }
    },
    AT_ONCE("All at once") {
        @Override
        SyncScript script(List<String> accountIds) {
            return SyncScript.atOnce();
        }
    },
    NEVER_ENDING("Never ends") {
        @Override
        SyncScript script(List<String> accountIds) {
            return SyncScript.of(SyncStep.pending(), SyncStep.running().library(2));
        }
    },
    PARTIAL("The first account fails") {
        @Override
        SyncScript script(List<String> accountIds) {
            SyncStep end = SyncStep.partial().library();
            return SyncScript.of(
                    SyncStep.running().library(2),
                    accountIds.isEmpty()
                            ? end
                            : end.account(accountIds.get(0), AccountProgress.failed(AccountError.reauthorize())));
        }
    };

    private final String label;

    ScriptPreset(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    abstract SyncScript script(List<String> accountIds);
}
