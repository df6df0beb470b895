package me.digi.client.sandbox.internal.document;

import java.util.Map;
import me.digi.client.sandbox.ProviderPush;
import me.digi.client.sandbox.internal.json.JsonView;

/** Data pushed to a provider. */
public final class ProviderPushDocument {
    private ProviderPushDocument() {}

    public static Map<String, Object> write(ProviderPush push) {
        return Map.of(
                "accountId", push.accountId(),
                "standard", push.standard(),
                "version", push.version(),
                "body", push.body());
    }

    public static ProviderPush read(JsonView json) {
        return new ProviderPush(
                json.text("accountId"),
                json.text("standard"),
                json.text("version"),
                json.object("body").members());
    }
}
