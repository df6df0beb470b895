package me.digi.client.sandbox.internal.state;

import java.util.List;
import me.digi.client.sandbox.internal.io.Resources;
import me.digi.client.sandbox.internal.json.Json;
import me.digi.client.sandbox.internal.json.JsonView;
import org.jspecify.annotations.Nullable;

/** The sources that discovery finds, with their countries, categories, platforms, types and data sets. Immutable. */
public final class Catalogue {
    private final JsonView all = new JsonView(Json.parseObject(Resources.readText("sample/discovery.json")));

    /** {@code sources}, {@code countries}, {@code categories}, {@code platforms} or {@code sourceTypes}. */
    public List<JsonView> list(String name) {
        return all.objects(name);
    }

    public @Nullable JsonView source(long id) {
        return list("sources").stream()
                .filter(source -> Long.valueOf(id).equals(source.optionalNumber("id")))
                .findFirst()
                .orElse(null);
    }

    /** Returns the sample data sets of a source, by id. */
    public JsonView dataSets(long sourceId) {
        return all.object("dataSets").object(String.valueOf(sourceId));
    }
}
