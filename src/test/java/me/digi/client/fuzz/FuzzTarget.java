package me.digi.client.fuzz;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import me.digi.client.ResponseFuzz;
import me.digi.client.SignedResponseFuzz;
import me.digi.client.internal.http.ErrorFuzz;
import me.digi.client.internal.http.RetryAfterFuzz;
import me.digi.client.internal.read.FileNameFuzz;
import me.digi.client.internal.token.RecordFuzz;
import me.digi.client.store.EncryptedRecordFuzz;
import me.digi.client.store.GrantFileFuzz;

/** Each parser of foreign input, with what it is fuzzed from. */
@SuppressWarnings("ImmutableEnumChecker") // What the constants hold are references to static methods.
enum FuzzTarget {
    PEM(PemFuzz.class, PemFuzz::fuzzerTestOneInput, PemFuzz::seeds),
    DER(DerFuzz.class, DerFuzz::fuzzerTestOneInput, DerFuzz::seeds),
    CALLBACK(CallbackFuzz.class, CallbackFuzz::fuzzerTestOneInput, CallbackFuzz::seeds),
    PENDING_CONSENT(PendingConsentFuzz.class, PendingConsentFuzz::fuzzerTestOneInput, PendingConsentFuzz::seeds),
    TOKEN_JSON(TokenJsonFuzz.class, TokenJsonFuzz::fuzzerTestOneInput, TokenJsonFuzz::seeds),
    FILE_HEADER(FileHeaderFuzz.class, FileHeaderFuzz::fuzzerTestOneInput, FileHeaderFuzz::seeds),
    KEY_SET(KeySetFuzz.class, KeySetFuzz::fuzzerTestOneInput, KeySetFuzz::seeds),
    SIGNED_RESPONSE(SignedResponseFuzz.class, SignedResponseFuzz::fuzzerTestOneInput, SignedResponseFuzz::seeds),
    RESPONSE(ResponseFuzz.class, ResponseFuzz::fuzzerTestOneInput, ResponseFuzz::seeds),
    ERROR(ErrorFuzz.class, ErrorFuzz::fuzzerTestOneInput, ErrorFuzz::seeds),
    RETRY_AFTER(RetryAfterFuzz.class, RetryAfterFuzz::fuzzerTestOneInput, RetryAfterFuzz::seeds),
    ENCRYPTED_FILE(EncryptedFileFuzz.class, EncryptedFileFuzz::fuzzerTestOneInput, EncryptedFileFuzz::seeds),
    GZIP(GzipFuzz.class, GzipFuzz::fuzzerTestOneInput, GzipFuzz::seeds),
    BROTLI(BrotliFuzz.class, BrotliFuzz::fuzzerTestOneInput, BrotliFuzz::seeds),
    RECORD(RecordFuzz.class, RecordFuzz::fuzzerTestOneInput, RecordFuzz::seeds),
    ENCRYPTED_RECORD(EncryptedRecordFuzz.class, EncryptedRecordFuzz::fuzzerTestOneInput, EncryptedRecordFuzz::seeds),
    GRANT_FILE(GrantFileFuzz.class, GrantFileFuzz::fuzzerTestOneInput, GrantFileFuzz::seeds),
    FILE_NAME(FileNameFuzz.class, FileNameFuzz::fuzzerTestOneInput, FileNameFuzz::seeds);

    /** Has the static method that a fuzzer calls. */
    final Class<?> type;

    private final Consumer<byte[]> parser;
    private final Supplier<List<byte[]>> seeds;

    FuzzTarget(Class<?> type, Consumer<byte[]> parser, Supplier<List<byte[]>> seeds) {
        this.type = type;
        this.parser = parser;
        this.seeds = seeds;
    }

    /** Has the parser read the input; throws if that does not end as it may. */
    void read(byte[] input) {
        parser.accept(input);
    }

    List<byte[]> seeds() {
        return seeds.get();
    }
}
