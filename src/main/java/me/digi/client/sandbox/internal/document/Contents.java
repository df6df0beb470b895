package me.digi.client.sandbox.internal.document;

import java.util.Map;
import me.digi.client.sandbox.FileContent;
import me.digi.client.sandbox.internal.json.JsonView;

/** The content of files as JSON: the bytes, or how they are made. */
public interface Contents {
    Map<String, Object> write(FileContent content);

    /**
     * Reads a content.
     *
     * @throws IllegalArgumentException if the JSON describes none
     */
    FileContent read(JsonView json);
}
