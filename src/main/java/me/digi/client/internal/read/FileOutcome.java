package me.digi.client.internal.read;

import me.digi.client.read.FailedFile;
import me.digi.client.read.ReadFile;

/** The result of reading a file once. */
sealed interface FileOutcome {
    record Done(ReadFile file) implements FileOutcome {}

    record Failed(FailedFile file, boolean isRetryable) implements FileOutcome {}

    record Stopped() implements FileOutcome {}
}
