package me.digi.client.sandbox.internal.json;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An array with items of one shape. */
record ArrayShape(Shape item) implements Shape {
    @Override
    public void checkValue(String path, @Nullable Object value) {
        int index = 0;
        for (Object element : Shape.expect(List.class, "an array", path, value)) {
            item.checkValue(path + "[" + index++ + "]", element);
        }
    }

    @Override
    public void checkNames(String path, @Nullable Object value) {
        int index = 0;
        for (Object element : Shape.expect(List.class, "an array", path, value)) {
            item.checkNames(path + "[" + index++ + "]", element);
        }
    }
}
