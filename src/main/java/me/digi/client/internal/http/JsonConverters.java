package me.digi.client.internal.http;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonEncodingException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.Moshi;
import java.io.EOFException;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import me.digi.client.internal.io.KnownPath;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import okio.BufferedSource;
import okio.ByteString;
import org.jspecify.annotations.Nullable;
import retrofit2.Converter;
import retrofit2.Retrofit;

/** Converts JSON with the generated adapters. Failures name the path. */
final class JsonConverters extends Converter.Factory {
    private static final ByteString BYTE_ORDER_MARK = ByteString.decodeHex("efbbbf");
    private static final MediaType JSON = MediaType.get("application/json");

    private final Moshi moshi;

    JsonConverters(Moshi moshi) {
        this.moshi = moshi;
    }

    @Override
    public Converter<ResponseBody, ?> responseBodyConverter(Type type, Annotation[] annotations, Retrofit retrofit) {
        JsonAdapter<Object> adapter = moshi.adapter(type);
        return body -> {
            try (body) {
                return read(adapter, body);
            }
        };
    }

    @Override
    public Converter<?, RequestBody> requestBodyConverter(
            Type type, Annotation[] parameterAnnotations, Annotation[] methodAnnotations, Retrofit retrofit) {
        JsonAdapter<Object> adapter = moshi.adapter(type);
        return value -> RequestBody.create(adapter.toJson(value), JSON);
    }

    private static Object read(JsonAdapter<Object> adapter, ResponseBody body) throws IOException {
        BufferedSource source = body.source();
        if (source.rangeEquals(0, BYTE_ORDER_MARK)) {
            source.skip(BYTE_ORDER_MARK.size());
        }
        if (source.exhausted()) {
            throw new MalformedResponseException("$", "the response is empty");
        }
        JsonBounds.check(source);
        JsonReader reader = JsonReader.of(source);
        try {
            Object value = adapter.fromJson(reader);
            if (value == null || reader.peek() != JsonReader.Token.END_DOCUMENT) {
                throw new MalformedResponseException("$", "not a single JSON value");
            }
            return value;
        } catch (JsonDataException e) {
            throw new MalformedResponseException(KnownPath.of(reader.getPath()), KnownPath.problem(e));
        } catch (EOFException e) {
            throw new MalformedResponseException(KnownPath.of(reader.getPath()), "the JSON is truncated");
        } catch (JsonEncodingException e) {
            throw new MalformedResponseException(KnownPath.of(reader.getPath()), "expected JSON, found " + kind(body));
        }
    }

    private static String kind(ResponseBody body) {
        @Nullable MediaType type = body.contentType();
        return type == null ? "of unknown type" : type.type() + "/" + type.subtype();
    }
}
