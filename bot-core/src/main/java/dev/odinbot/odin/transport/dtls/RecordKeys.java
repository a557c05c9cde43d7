package dev.odinbot.odin.transport.dtls;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.tls.CipherSuite;
import org.bouncycastle.tls.ExporterLabel;
import org.bouncycastle.tls.SecurityParameters;

/** The secrets of one direction of the records: AES key, and the four bytes with which each nonce begins (RFC 5288). */
record RecordKeys(SecretKeySpec key, int salt) {

    static final int SALT_BYTES = 4;

    /** The suites we speak, the dearest last, with the bytes of their keys. */
    private static final Map<Integer, Integer> KEY_BYTES = Map.of(
            CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256, 16,
            CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384, 32);

    static int[] suites() {
        return new int[] {
            CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256, CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384
        };
    }

    /** Both directions of a connection. */
    record Pair(RecordKeys client, RecordKeys server) {

        /** From a finished handshake (RFC 5246, section 6.3; an AEAD suite needs no MAC keys). */
        static Pair of(SecurityParameters parameters) {
            int keyBytes = KEY_BYTES.getOrDefault(parameters.getCipherSuite(), 0);
            if (keyBytes == 0) {
                throw new IllegalStateException("A suite was negotiated that was not offered");
            }
            byte[] seed = Arrays.copyOf(parameters.getServerRandom(), 64);
            System.arraycopy(parameters.getClientRandom(), 0, seed, 32, 32);
            byte[] block = parameters
                    .getMasterSecret()
                    .deriveUsingPRF(
                            parameters.getPRFAlgorithm(),
                            ExporterLabel.key_expansion,
                            seed,
                            2 * (keyBytes + SALT_BYTES))
                    .extract();
            try {
                return new Pair(
                        cut(block, 0, keyBytes, 2 * keyBytes),
                        cut(block, keyBytes, keyBytes, 2 * keyBytes + SALT_BYTES));
            } finally {
                Arrays.fill(block, (byte) 0);
            }
        }

        private static RecordKeys cut(byte[] block, int keyFrom, int keyBytes, int saltFrom) {
            return new RecordKeys(
                    new SecretKeySpec(block, keyFrom, keyBytes, "AES"),
                    ByteBuffer.wrap(block).getInt(saltFrom));
        }
    }

    @Override
    public String toString() {
        return "RecordKeys";
    }
}
