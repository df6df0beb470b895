package me.digi.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.fasterxml.jackson.module.paramnames.ParameterNamesModule;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import guides.JsonTest;

/** The JSON libraries that write the values which an application returns from a controller. */
enum JsonLibrary {
    /** As Spring Boot 3 sets it. */
    JACKSON_2 {
        @Override
        String write(Object value) {
            try {
                return SPRING_BOOT_3.writeValueAsString(value);
            } catch (JsonProcessingException e) {
                throw new IllegalArgumentException(e.getMessage(), e);
            }
        }
    },

    /** As Spring Boot 4 sets it. */
    JACKSON_3 {
        @Override
        String write(Object value) {
            return SPRING_BOOT_4.writeValueAsString(value);
        }
    },

    /** With the adapter of the guide. */
    GSON {
        @Override
        String write(Object value) {
            return WITH_ADAPTER.toJson(value);
        }
    };

    private static final ObjectMapper SPRING_BOOT_3 = JsonMapper.builder()
            .addModules(new JavaTimeModule(), new Jdk8Module(), new ParameterNamesModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(MapperFeature.DEFAULT_VIEW_INCLUSION)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private static final tools.jackson.databind.ObjectMapper SPRING_BOOT_4 =
            tools.jackson.databind.json.JsonMapper.builder()
                    .disable(tools.jackson.databind.MapperFeature.DEFAULT_VIEW_INCLUSION)
                    .build();

    private static final Gson WITH_ADAPTER =
            new GsonBuilder().registerTypeAdapterFactory(new JsonTest.AsText()).create();

    /**
     * The value as JSON.
     *
     * @throws RuntimeException if the library refuses it
     */
    abstract String write(Object value);

    /** The JSON that was written, without nulls, which Gson omits. */
    JsonNode tree(Object value) {
        return tree(write(value));
    }

    static JsonNode tree(String json) {
        try {
            return withoutNulls(SPRING_BOOT_3.readTree(json));
        } catch (JsonProcessingException e) {
            throw new AssertionError(json, e);
        }
    }

    private static JsonNode withoutNulls(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().removeIf(member -> member.getValue().isNull());
        }
        node.forEach(JsonLibrary::withoutNulls);
        return node;
    }
}
