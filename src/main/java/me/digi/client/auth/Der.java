package me.digi.client.auth;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * Reads what little DER a private key is made of. Strict: lengths and integers have one spelling, and nothing may be left
 * over. {@link UnusableKeyException} says what is wrong and holds nothing of what was read.
 */
final class Der {
    static final int INTEGER = 0x02;
    static final int OCTET_STRING = 0x04;
    static final int NULL = 0x05;
    static final int OBJECT_IDENTIFIER = 0x06;
    static final int SEQUENCE = 0x30;

    private static final int MAX_LENGTH_BYTES = 3;

    private final byte[] bytes;
    private int position;

    Der(byte[] bytes) {
        this.bytes = bytes;
    }

    boolean hasMore() {
        return position < bytes.length;
    }

    boolean nextIs(int tag) {
        return hasMore() && (bytes[position] & 0xff) == tag;
    }

    Der open(int tag) {
        return new Der(content(tag));
    }

    byte[] content(int tag) {
        if (!nextIs(tag)) {
            throw new UnusableKeyException(hasMore() ? "its DER is damaged" : "its DER is truncated");
        }
        position++;
        int length = length();
        if (length > bytes.length - position) {
            throw new UnusableKeyException("its DER is truncated");
        }
        position += length;
        return Arrays.copyOfRange(bytes, position - length, position);
    }

    /** A whole number from zero up; an RSA key has no others. */
    BigInteger number() {
        byte[] content = content(INTEGER);
        boolean padded = content.length > 1 && content[0] == 0 && content[1] >= 0;
        if (content.length == 0 || content[0] < 0 || padded) {
            throw new UnusableKeyException("its DER is damaged");
        }
        return new BigInteger(content);
    }

    void end() {
        if (hasMore()) {
            throw new UnusableKeyException("its DER goes on after the key");
        }
    }

    private int length() {
        int first = nextByte();
        if (first < 0x80) {
            return first;
        }
        int count = first - 0x80;
        if (count == 0 || count > MAX_LENGTH_BYTES) {
            throw new UnusableKeyException("its DER is damaged");
        }
        int length = 0;
        for (int i = 0; i < count; i++) {
            length = (length << 8) | nextByte();
        }
        boolean shorterIsPossible = length < 0x80 || length >>> (8 * (count - 1)) == 0;
        if (shorterIsPossible) {
            throw new UnusableKeyException("its DER is damaged");
        }
        return length;
    }

    private int nextByte() {
        if (!hasMore()) {
            throw new UnusableKeyException("its DER is truncated");
        }
        return bytes[position++] & 0xff;
    }
}
