package me.digi.client.internal.crypto;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * Reads the DER structures of RSA keys. Strict: lengths and integers must have their shortest encoding, without
 * trailing data. {@link KeyFormatException} quotes nothing.
 */
final class Der {
    static final int INTEGER = 0x02;
    static final int BIT_STRING = 0x03;
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

    /** Opens a BIT STRING without unused bits. */
    Der openBits() {
        byte[] content = content(BIT_STRING);
        if (content.length == 0 || content[0] != 0) {
            throw new KeyFormatException("its DER is damaged");
        }
        return new Der(Arrays.copyOfRange(content, 1, content.length));
    }

    byte[] content(int tag) {
        if (!nextIs(tag)) {
            throw new KeyFormatException(hasMore() ? "its DER is damaged" : "its DER is truncated");
        }
        position++;
        int length = length();
        if (length > bytes.length - position) {
            throw new KeyFormatException("its DER is truncated");
        }
        position += length;
        return Arrays.copyOfRange(bytes, position - length, position);
    }

    /** A non-negative integer; RSA keys have no others. Limited, since checks of the key calculate with it. */
    BigInteger number() {
        byte[] content = content(INTEGER);
        boolean padded = content.length > 1 && content[0] == 0 && content[1] >= 0;
        if (content.length == 0 || content[0] < 0 || padded) {
            throw new KeyFormatException("its DER is damaged");
        }
        BigInteger number = new BigInteger(content);
        if (number.bitLength() > RsaKeys.MAX_BITS) {
            throw new KeyFormatException("it has more than " + RsaKeys.MAX_BITS + " bits");
        }
        return number;
    }

    void end() {
        if (hasMore()) {
            throw new KeyFormatException("its DER has trailing data");
        }
    }

    private int length() {
        int first = nextByte();
        if (first < 0x80) {
            return first;
        }
        int count = first - 0x80;
        if (count == 0 || count > MAX_LENGTH_BYTES) {
            throw new KeyFormatException("its DER is damaged");
        }
        int length = 0;
        for (int i = 0; i < count; i++) {
            length = (length << 8) | nextByte();
        }
        boolean isNotShortest = length < 0x80 || length >>> (8 * (count - 1)) == 0;
        if (isNotShortest) {
            throw new KeyFormatException("its DER is damaged");
        }
        return length;
    }

    private int nextByte() {
        if (!hasMore()) {
            throw new KeyFormatException("its DER is truncated");
        }
        return bytes[position++] & 0xff;
    }
}
