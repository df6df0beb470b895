package me.digi.client.sandbox.internal.state;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import me.digi.client.sandbox.internal.json.Json;
import me.digi.client.sandbox.internal.json.JsonView;
import org.jspecify.annotations.Nullable;

/** What there is to discover: sources and what they are sorted by, and data sets. It never changes. */
public final class Catalogue {
    private final JsonView all;

    public Catalogue() {
        try (InputStream in = SampleContent.of("discovery.json").open()) {
            all = new JsonView(Json.parseObject(new String(in.readAllBytes(), UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code sources}, {@code countries}, {@code categories}, {@code platforms} or {@code sourceTypes}. */
    public List<JsonView> list(String name) {
        return all.list(name).stream().map(JsonView::of).toList();
    }

    public @Nullable JsonView source(long id) {
        return list("sources").stream()
                .filter(source -> Long.valueOf(id).equals(source.optionalNumber("id")))
                .findFirst()
                .orElse(null);
    }

    /** The data sets that a source has, by their ids. */
    public JsonView dataSets(long sourceId) {
        return all.object("dataSets").object(String.valueOf(sourceId));
    }
}
