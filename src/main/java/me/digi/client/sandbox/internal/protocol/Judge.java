package me.digi.client.sandbox.internal.protocol;

import java.util.ArrayList;
import java.util.List;
import me.digi.client.sandbox.internal.json.Shape;
import me.digi.client.sandbox.internal.json.ShapeException;
import org.jspecify.annotations.Nullable;

/** Refuses one request, or lets it pass where the rule is loosened, and remembers that. */
public final class Judge {
    private final Strictness strictness;
    private final List<String> passed = new ArrayList<>();

    Judge(Strictness strictness) {
        this.strictness = strictness;
    }

    /** Throws the error, unless its rule is loosened. */
    public void refuse(ApiError error) {
        if (!strictness.isLoosened(error.rule())) {
            throw error;
        }
        if (!passed.contains(error.rule().id())) {
            passed.add(error.rule().id());
        }
    }

    /** Checks values by one rule, and that there are no other names by another. */
    public void check(Rule values, Rule names, Shape shape, String path, @Nullable Object value) {
        try {
            shape.checkValue(path, value);
        } catch (ShapeException e) {
            throw ApiErrors.malformed(values, e);
        }
        try {
            shape.checkNames(path, value);
        } catch (ShapeException e) {
            refuse(ApiErrors.malformed(names, e));
        }
    }

    /** The loosened rules that the request broke. */
    public List<String> passed() {
        return List.copyOf(passed);
    }
}
