package me.digi.client.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import me.digi.client.error.CallbackException;
import me.digi.client.error.CallbackException.Problem;
import org.junit.jupiter.api.Test;

/** A fuzzer finds what its check would let pass. */
class OutcomeTest {
    private final Outcome outcome = Outcome.documented(IOException.class);

    @Test
    void aValueAndADocumentedExceptionAreFine() {
        assertThat(outcome.of(() -> "value")).isEqualTo("value");
        assertThat(outcome.<String>of(() -> {
                    throw new IOException("damaged");
                }))
                .isNull();
        assertThat(Outcome.ofTheFamily().<String>of(() -> {
                    throw new CallbackException(Problem.TOO_LONG);
                }))
                .isNull();
    }

    @Test
    void anyOtherExceptionIsFound() {
        assertThatThrownBy(() -> outcome.of(() -> {
                    throw new ArithmeticException("Overflow");
                }))
                .isInstanceOf(AssertionError.class)
                .hasRootCauseInstanceOf(ArithmeticException.class);
    }

    @Test
    void aSecretInACauseIsFound() {
        assertThatThrownBy(() -> outcome.of(() -> {
                    throw new IOException("damaged", new IllegalArgumentException("near s3cret~value"));
                }))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void aForgedLineIsFoundWhateverMayBeQuoted() {
        IOException suppressing = new IOException("damaged");
        suppressing.addSuppressed(new IllegalArgumentException("m\nWARN forged"));

        assertThatThrownBy(() -> outcome.quoting().of(() -> {
                    throw suppressing;
                }))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void aSecretThatAValueShowsIsFound() {
        assertThatThrownBy(() -> Outcome.hides("token S3CRET~VALUE-1")).isInstanceOf(AssertionError.class);
    }
}
