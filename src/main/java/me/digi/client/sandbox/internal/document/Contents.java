package me.digi.client.sandbox.internal.document;

import java.util.Map;
import me.digi.client.sandbox.FileContent;
import me.digi.client.sandbox.internal.json.JsonView;

/** The contents of files as JSON: the bytes, or how to generate them. */
public interface Contents {
    Map<String, Object> write(FileContent content);

    /**
     * Reads a content.
     *
     * @throws IllegalArgumentException if the JSON does not describe one
     */
    FileContent read(JsonView json);
}
