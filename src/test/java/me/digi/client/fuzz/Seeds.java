package me.digi.client.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** What a fuzz target starts from: the cases, and inputs that were found to fail once. */
public final class Seeds {
    private final List<byte[]> inputs = new ArrayList<>();

    /** Adds texts, in UTF-8. */
    public Seeds texts(String... texts) {
        for (String text : texts) {
            bytes(text.getBytes(StandardCharsets.UTF_8));
        }
        return this;
    }

    /** Adds these bytes. */
    public Seeds bytes(byte[]... all) {
        inputs.addAll(List.of(all));
        return this;
    }

    /** Adds each of the other seeds, after a byte that chooses what is done with it. */
    public Seeds choosing(int choice, Seeds others) {
        for (byte[] input : others.inputs) {
            ByteArrayOutputStream chosen = new ByteArrayOutputStream();
            chosen.write(choice);
            chosen.writeBytes(input);
            inputs.add(chosen.toByteArray());
        }
        return this;
    }

    /** Adds inputs that a run has found, in base64. */
    public Seeds found(String... base64) {
        for (String input : base64) {
            inputs.add(Base64.getDecoder().decode(input));
        }
        return this;
    }

    /** All of them. */
    public List<byte[]> all() {
        return List.copyOf(inputs);
    }
}
