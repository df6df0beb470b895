package me.digi.client.sandbox.internal.document;

import java.util.Base64;
import java.util.Map;
import me.digi.client.sandbox.FileContent;
import me.digi.client.sandbox.internal.file.GeneratedJson;
import me.digi.client.sandbox.internal.file.RepeatedByte;
import me.digi.client.sandbox.internal.json.JsonView;
import me.digi.client.sandbox.internal.json.ObjectShape;
import me.digi.client.sandbox.internal.json.Shape;
import me.digi.client.sandbox.internal.json.ShapeException;
import me.digi.client.sandbox.internal.state.SampleContent;

/**
 * Contents with a short description: <code>{"text": …}</code>, <code>{"base64": …}</code>, <code>{"sample":
 * "posts.json"}</code>,
 * <code>{"generatedJson": {"size", "seed"}}</code> or <code>{"repeatedByte": {"value", "size"}}</code>. For other
 * contents, only the size is written.
 */
public final class DescribedContents implements Contents {
    private static final Shape SIZE = Shape.wholeNumber(0, Long.MAX_VALUE);

    /** One of the descriptions. */
    public static final ObjectShape SHAPE = ObjectShape.object()
            .optional("text", Shape.anyText())
            .optional("base64", Shape.anyText())
            .optional("sample", Shape.text())
            .optional(
                    "generatedJson",
                    ObjectShape.object()
                            .required("size", Shape.wholeNumber(2, Long.MAX_VALUE))
                            .optional("seed", Shape.wholeNumber(Long.MIN_VALUE, Long.MAX_VALUE)))
            .optional(
                    "repeatedByte",
                    ObjectShape.object()
                            .required("value", Shape.wholeNumber(0, 255))
                            .required("size", SIZE))
            .rule((path, content) -> {
                if (content.members().size() != 1) {
                    throw new ShapeException(path, "must have exactly one member");
                }
            });

    @Override
    public Map<String, Object> write(FileContent content) {
        if (content instanceof GeneratedJson generated) {
            return Map.of("generatedJson", Map.of("size", generated.size(), "seed", generated.seed()));
        }
        if (content instanceof RepeatedByte repeated) {
            return Map.of("repeatedByte", Map.of("value", (long) (repeated.value() & 0xff), "size", repeated.size()));
        }
        String sample = SampleContent.nameOf(content);
        return sample == null ? Map.of("size", content.size()) : Map.of("sample", sample);
    }

    @Override
    public FileContent read(JsonView json) {
        if (json.has("text")) {
            return FileContent.of(json.text("text"));
        }
        if (json.has("base64")) {
            return FileContent.of(Base64.getDecoder().decode(json.text("base64")));
        }
        if (json.has("sample")) {
            return SampleContent.of(json.text("sample"));
        }
        if (json.has("generatedJson")) {
            JsonView generated = json.object("generatedJson");
            return FileContent.json(generated.number("size"), generated.has("seed") ? generated.number("seed") : 0);
        }
        if (json.has("repeatedByte")) {
            JsonView repeated = json.object("repeatedByte");
            return FileContent.repeated((byte) repeated.number("value"), repeated.number("size"));
        }
        throw new IllegalArgumentException("the content has none of text, base64, sample, generatedJson, repeatedByte");
    }
}
