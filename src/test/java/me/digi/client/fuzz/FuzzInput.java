package me.digi.client.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * An input whose first byte chooses what is done with the rest.
 *
 * @param choice from 0 to 255; 0 where there is no byte
 * @param bytes the rest
 */
public record FuzzInput(int choice, byte[] bytes) {
    /** The parts of the input. */
    public static FuzzInput of(byte[] input) {
        return input.length == 0
                ? new FuzzInput(0, input)
                : new FuzzInput(input[0] & 0xFF, Arrays.copyOfRange(input, 1, input.length));
    }

    /** The rest as a text in UTF-8. */
    public String text() {
        return text(bytes);
    }

    /** A whole input as a text in UTF-8. */
    public static String text(byte[] input) {
        return new String(input, StandardCharsets.UTF_8);
    }
}
