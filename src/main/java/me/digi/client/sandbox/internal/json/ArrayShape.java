package me.digi.client.sandbox.internal.json;

import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** An array with items of one shape. */
record ArrayShape(Shape item) implements Shape {
    @Override
    public void checkValue(String path, @Nullable Object value) {
        check(path, value, item::checkValue);
    }

    @Override
    public void checkNames(String path, @Nullable Object value) {
        check(path, value, item::checkNames);
    }

    private static void check(String path, @Nullable Object value, BiConsumer<String, @Nullable Object> check) {
        int index = 0;
        for (Object element : Shape.expect(List.class, "an array", path, value)) {
            check.accept(path + "[" + index++ + "]", element);
        }
    }
}
