package me.digi.client.sandbox.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sandbox's own JSON, which is strict, so that lenient clients fail. */
class JsonTest {
    @Test
    void everyKindOfValueIsRead() {
        assertThat(Json.parseObject(
                        " {\"text\":\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\ud83d\\ude00é\",\"list\":[1,-2,0.5,1e3,[],{}],"
                                + "\"yes\":true,\"no\":false,\"nothing\":null , \"long\":123456789012345678 }\n"))
                .containsEntry("text", "\"\\/\b\f\n\r\t\u00e9\ud83d\ude00\u00e9")
                .containsEntry("list", List.of(1L, -2L, 0.5, 1000.0, List.of(), Map.of()))
                .containsEntry("yes", true)
                .containsEntry("no", false)
                .containsEntry("nothing", null)
                .containsEntry("long", 123_456_789_012_345_678L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "[]",
                "1",
                "null",
                "{",
                "{}}",
                "{} {}",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "{a:1}",
                "{'a':1}",
                "{\"a\":01}",
                "{\"a\":-}",
                "{\"a\":1.}",
                "{\"a\":.5}",
                "{\"a\":1e}",
                "{\"a\":+1}",
                "{\"a\":1e999}",
                "{\"a\":NaN}",
                "{\"a\":tru}",
                "{\"a\":[1 2]}",
                "{\"a\":[1,]}",
                "{\"a\":\"\n\"}",
                "{\"a\":\"\\x\"}",
                "{\"a\":\"\\u12g4\"}",
                "{\"a\":\"\\u12",
                "{\"a\":\"",
                "{\"a\":1,\"a\":2}",
                "{\"a\":1 // comment\n}"
            })
    void textThatIsNotAJsonObjectIsRejected(String text) {
        assertThatExceptionOfType(NotJsonException.class).isThrownBy(() -> Json.parseObject(text));
    }

    @Test
    void deepNestingIsRejected() {
        String deep = "{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
        assertThatExceptionOfType(NotJsonException.class)
                .isThrownBy(() -> Json.parseObject(deep))
                .withMessageContaining("nested");
    }

    @Test
    void writtenJsonCanBeReadAgain() {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("text", "\"\\\u0000\u001f\u2028\u2029\n\u00e9\ud83d\ude00");
        object.put("list", Arrays.asList(1L, null, 0.25, true));
        object.put("object", Map.of());
        assertThat(Json.parseObject(Json.write(object))).isEqualTo(object);
        assertThat(Json.parseObject(Json.writeIndented(object))).isEqualTo(object);
        assertThat(Json.write(object)).doesNotContain("\n", "\u2028").contains("\\u0000", "\\u2028");
        assertThat(Json.writeIndented(Map.of("a", List.of(1L)))).isEqualTo("{\n  \"a\": [\n    1\n  ]\n}\n");
    }
}
