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

/** Makes jjwt use this library's strict JSON. Set explicitly: by default jjwt looks up a JSON library by class name. */
final class JwtJson implements Serializer<Map<String, ?>>, Deserializer<Map<String, ?>> {
    static final JwtJson INSTANCE = new JwtJson();

    private static final int BUFFER_CHARS = 1024;

    private JwtJson() {}

    @Override
    @SuppressWarnings("deprecation") // still required by jjwt's interface
    public byte[] serialize(Map<String, ?> members) {
        return Json.write(members).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void serialize(Map<String, ?> members, OutputStream out) {
        try {
            out.write(Json.write(members).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new SerializationException("writing a JWT failed", e);
        }
    }

    @Override
    @SuppressWarnings("deprecation") // still required by jjwt's interface
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
            throw new DeserializationException("reading a JWT failed", e);
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
