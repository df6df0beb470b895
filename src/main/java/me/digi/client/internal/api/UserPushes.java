package me.digi.client.internal.api;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import me.digi.client.content.Content;
import me.digi.client.internal.crypto.ContractKey;
import me.digi.client.internal.http.CallSpec;
import me.digi.client.internal.http.Caller;
import me.digi.client.internal.http.ContentBody;
import me.digi.client.internal.io.Json;
import me.digi.client.internal.io.JsonException;
import me.digi.client.internal.io.Require;
import me.digi.client.internal.wire.PermissionAccessApi;
import me.digi.client.push.ProviderStandard;
import me.digi.client.push.PushDescriptor;
import okhttp3.RequestBody;

final class UserPushes {
    private final Caller calls;
    private final ContractKey key;
    private final PermissionAccessApi api;

    UserPushes(Caller calls, ContractKey key) {
        this.calls = calls;
        this.key = key;
        this.api = calls.api(PermissionAccessApi.class);
    }

    void toLibrary(PushDescriptor descriptor, Content content) {
        ContentBody body = ContentBody.octets(content);
        try {
            String signedDescriptor = key.sign(Map.of("metadata", metadata(descriptor)));
            calls.exchange(
                    CallSpec.of(PermissionAccessApi.PUSH_TO_LIBRARY).oneShot(content.isOneShot()),
                    context -> api.pushToLibrary(context, signedDescriptor, body));
        } finally {
            body.closeIfUnsent();
        }
    }

    void toProvider(String accountId, ProviderStandard standard, String json) {
        Require.header("accountId", accountId);
        try {
            Json.parseObject(Objects.requireNonNull(json, "json"));
        } catch (JsonException e) {
            throw new IllegalArgumentException("json is not a JSON object: " + e.getMessage(), e);
        }
        RequestBody body = ContentBody.json(json);
        calls.exchange(
                CallSpec.of(PermissionAccessApi.PUSH_TO_PROVIDER),
                context -> api.pushToProvider(context, standard.name(), standard.version(), accountId, body));
    }

    private static Map<String, Object> metadata(PushDescriptor descriptor) {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("mimeType", descriptor.mimeType());
        metadata.put(
                "accounts",
                descriptor.accountIds().stream()
                        .map(id -> Map.of("accountId", id))
                        .collect(Collectors.toList()));
        if (!descriptor.references().isEmpty()) {
            metadata.put("reference", descriptor.references());
        }
        if (!descriptor.tags().isEmpty()) {
            metadata.put("tags", descriptor.tags());
        }
        return metadata;
    }
}
