package me.digi.client.sandbox.internal.protocol;

import java.util.ArrayList;
import java.util.List;
import me.digi.client.sandbox.internal.json.Shape;
import me.digi.client.sandbox.internal.json.ShapeException;
import org.jspecify.annotations.Nullable;

/** Refuses a request that breaks a rule, unless the rule is loosened, and records the loosened rules that it broke. */
public final class RuleCheck {
    private final Strictness strictness;
    private final List<String> loosened = new ArrayList<>();

    RuleCheck(Strictness strictness) {
        this.strictness = strictness;
    }

    /** Throws the error, unless its rule is loosened. */
    public void refuse(ApiError error) {
        if (!strictness.isLoosened(error.rule())) {
            throw error;
        }
        if (!loosened.contains(error.rule().id())) {
            loosened.add(error.rule().id());
        }
    }

    /** Checks values by one rule, and by another that there are no unknown names. */
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
    public List<String> loosened() {
        return List.copyOf(loosened);
    }
}
