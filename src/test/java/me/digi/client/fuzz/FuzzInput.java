package me.digi.client.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** An input whose first byte chooses what is done with the rest. */
public final class FuzzInput {
    private final int choice;
    private final byte[] rest;

    private FuzzInput(int choice, byte[] rest) {
        this.choice = choice;
        this.rest = rest;
    }

    /** The parts of the input. */
    public static FuzzInput of(byte[] input) {
        return input.length == 0
                ? new FuzzInput(0, input)
                : new FuzzInput(input[0] & 0xFF, Arrays.copyOfRange(input, 1, input.length));
    }

    /** From 0 to 255; 0 where there is no byte. */
    public int choice() {
        return choice;
    }

    /** The rest. */
    public byte[] bytes() {
        return rest.clone();
    }

    /** The rest as a text in UTF-8. */
    public String text() {
        return text(rest);
    }

    /** A whole input as a text in UTF-8. */
    public static String text(byte[] input) {
        return new String(input, StandardCharsets.UTF_8);
    }
}
