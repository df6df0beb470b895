package me.digi.client.internal.wire;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import me.digi.client.contract.AccessType;
import me.digi.client.discovery.PublishedStatus;
import me.digi.client.error.ErrorCode;
import me.digi.client.internal.io.Require;
import me.digi.client.internal.io.WhiteSpace;
import me.digi.client.read.AccountType;
import me.digi.client.read.Last;
import me.digi.client.read.SessionKey;
import me.digi.client.read.SyncState;
import org.jspecify.annotations.Nullable;

/** Adapters for values with {@code x-format} in the API description. */
final class Formats {
    /** The SDK for iOS accepts these as numbers from 1 to 5. */
    private static final List<PublishedStatus> NUMBERED = List.of(
            PublishedStatus.APPROVED,
            PublishedStatus.PENDING,
            PublishedStatus.DEPRECATED,
            PublishedStatus.BLOCKED,
            PublishedStatus.SAMPLE_DATA_ONLY);

    static final ValueAdapter<Instant> EPOCH_MILLISECONDS =
            new Received<>(Values.WHOLE_NUMBER, millis -> Instant.ofEpochMilli(millis));
    static final ValueAdapter<AccessType> ACCESS_TYPE = openType(text -> new AccessType(text));
    static final ValueAdapter<AccountType> ACCOUNT_TYPE = openType(text -> new AccountType(text));
    static final ValueAdapter<SyncState> SYNC_STATE = openType(text -> new SyncState(text));
    static final ValueAdapter<PublishedStatus> PUBLISHED_STATUS = openType(text -> publishedStatus(text));
    static final ValueAdapter<ErrorCode> ERROR_CODE = new Received<>(Values.TEXT, text -> new ErrorCode(text));
    static final ValueAdapter<SessionKey> SESSION_KEY = new Received<>(Values.TEXT, text -> new SessionKey(text));

    static final ValueAdapter<String> PATH_SEGMENT =
            new Received<>(Values.TEXT, text -> Require.isSegment(text) ? text : null);

    static final ValueAdapter<Instant> EPOCH_SECONDS = new Sent<>(Values.WHOLE_NUMBER, time -> time.getEpochSecond());
    static final ValueAdapter<Last> LAST = new Sent<>(Values.TEXT, last -> last.value());
    static final ValueAdapter<List<Long>> ID_OBJECTS = new Sent<>(
            Values.list(ModelAdapters.of(ServiceObjectType.class)),
            ids -> ids.stream().map(id -> new ServiceObjectType(id)).collect(Collectors.toList()));

    private Formats() {}

    /** Blank text counts as missing. */
    private static <T> ValueAdapter<T> openType(Function<String, T> type) {
        return new Received<>(
                Values.TEXT, text -> WhiteSpace.isBlank(text) ? null : type.apply(WhiteSpace.strip(text)));
    }

    private static PublishedStatus publishedStatus(String text) {
        boolean isNumber = text.length() == 1 && text.charAt(0) >= '1' && text.charAt(0) <= '5';
        return isNumber ? NUMBERED.get(text.charAt(0) - '1') : new PublishedStatus(text);
    }

    private static final class Received<V, T> extends ValueAdapter<T> {
        private final ValueAdapter<V> values;
        private final Function<V, @Nullable T> type;

        Received(ValueAdapter<V> values, Function<V, @Nullable T> type) {
            this.values = values;
            this.type = type;
        }

        @Override
        public T fromJson(JsonReader reader) throws IOException {
            V value = values.fromJson(reader);
            @Nullable T typed;
            try {
                typed = type.apply(value);
            } catch (IllegalArgumentException quotesTheValue) {
                typed = null;
            }
            if (typed == null) {
                throw new JsonDataException("Invalid value at " + reader.getPath());
            }
            return typed;
        }

        @Override
        @Nullable
        T read(JsonReader reader, String name, Problems problems) throws IOException {
            V value = values.read(reader, name, problems);
            return value == null ? null : type.apply(value);
        }
    }

    private static final class Sent<V, T> extends ValueAdapter<T> {
        private final ValueAdapter<V> values;
        private final Function<T, V> value;

        Sent(ValueAdapter<V> values, Function<T, V> value) {
            this.values = values;
            this.value = value;
        }

        @Override
        public void toJson(JsonWriter writer, @Nullable T typed) throws IOException {
            values.toJson(writer, value.apply(Objects.requireNonNull(typed, "value")));
        }
    }
}
