package me.digi.client.internal.crypto;

import io.jsonwebtoken.io.DeserializationException;
import io.jsonwebtoken.io.Deserializer;
import io.jsonwebtoken.io.SerializationException;
import io.jsonwebtoken.io.Serializer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import me.digi.client.internal.io.Json;
import me.digi.client.internal.io.JsonException;
import org.jspecify.annotations.Nullable;

/**
 * The strict JSON of this library as jjwt wants it, in place of a second JSON library.
 *
 * <p>Given to jjwt explicitly: left to itself it looks for one by class name.
 */
final class JwtJson implements Serializer<Map<String, ?>>, Deserializer<Map<String, ?>> {
    static final JwtJson INSTANCE = new JwtJson();

    private static final int BUFFER_CHARS = 1024;

    private JwtJson() {}

    @Override
    @SuppressWarnings("deprecation") // jjwt has not taken it out of the interface yet
    public byte[] serialize(Map<String, ?> members) {
        return Json.write(members).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void serialize(Map<String, ?> members, OutputStream out) {
        try {
            out.write(Json.write(members).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new SerializationException("a JWT could not be written", e);
        }
    }

    @Override
    @SuppressWarnings("deprecation") // jjwt has not taken it out of the interface yet
    public Map<String, @Nullable Object> deserialize(byte[] bytes) {
        return parse(new String(bytes, StandardCharsets.UTF_8));
    }

    @Override
    public Map<String, @Nullable Object> deserialize(Reader reader) {
        try {
            StringBuilder text = new StringBuilder();
            char[] buffer = new char[BUFFER_CHARS];
            for (int count = reader.read(buffer); count >= 0; count = reader.read(buffer)) {
                text.append(buffer, 0, count);
            }
            return parse(text.toString());
        } catch (IOException e) {
            throw new DeserializationException("a JWT could not be read", e);
        }
    }

    private static Map<String, @Nullable Object> parse(String text) {
        try {
            return Json.parseObject(text);
        } catch (JsonException e) {
            throw new DeserializationException("a part of the JWT is " + e.getMessage(), e);
        }
    }
}
