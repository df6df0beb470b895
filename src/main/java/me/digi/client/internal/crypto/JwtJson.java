package me.digi.client.internal.crypto;

import io.jsonwebtoken.io.AbstractSerializer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import me.digi.client.internal.io.Json;

/** Makes jjwt write this library's JSON. Set explicitly: by default jjwt looks up a JSON library by class name. */
final class JwtJson extends AbstractSerializer<Map<String, ?>> {
    static final JwtJson INSTANCE = new JwtJson();

    private JwtJson() {}

    @Override
    protected void doSerialize(Map<String, ?> members, OutputStream out) throws IOException {
        out.write(Json.write(members).getBytes(StandardCharsets.UTF_8));
    }
}
