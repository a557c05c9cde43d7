package dev.odinbot.odin.transport.dtls;

import java.io.IOException;
import java.security.SecureRandom;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.TlsFatalAlert;
import org.bouncycastle.tls.crypto.TlsCipher;
import org.bouncycastle.tls.crypto.TlsCryptoParameters;
import org.bouncycastle.tls.crypto.TlsDecodeResult;
import org.bouncycastle.tls.crypto.TlsEncodeResult;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;

/**
 * The library's cryptography, but of a handshake's sealed messages only such pass as are as long as a Finished: the library
 * makes room at once for what a message says will come, and {@link Admission} cannot see into what is sealed.
 */
final class HandshakeCrypto extends BcTlsCrypto {

    /** RFC 5246, section 7.4.9. */
    private static final int FINISHED_BYTES = 12;

    HandshakeCrypto(SecureRandom random) {
        super(random);
    }

    @Override
    public TlsCipher createCipher(TlsCryptoParameters parameters, int encryption, int mac) throws IOException {
        return new FinishedOnly(super.createCipher(parameters, encryption, mac));
    }

    /** Whether every message in it says that it is as long as a Finished. */
    static boolean isFinishedOnly(byte[] bytes, int offset, int length) {
        int end = offset + length;
        int message = offset;
        while (end - message >= Admission.MESSAGE_HEADER_BYTES) {
            if (Admission.length(bytes, message) != FINISHED_BYTES) {
                return false;
            }
            message += Admission.MESSAGE_HEADER_BYTES + Admission.count(bytes, message);
        }
        return true;
    }

    private record FinishedOnly(TlsCipher cipher) implements TlsCipher {

        @Override
        public TlsDecodeResult decodeCiphertext(
                long number, short type, ProtocolVersion version, byte[] bytes, int offset, int length)
                throws IOException {
            TlsDecodeResult plain = cipher.decodeCiphertext(number, type, version, bytes, offset, length);
            if (plain.contentType == RecordReader.HANDSHAKE && !isFinishedOnly(plain.buf, plain.off, plain.len)) {
                throw new TlsFatalAlert(
                        AlertDescription.bad_record_mac); // The library drops the record and says nothing.
            }
            return plain;
        }

        @Override
        public TlsEncodeResult encodePlaintext(
                long number, short type, ProtocolVersion version, int header, byte[] bytes, int offset, int length)
                throws IOException {
            return cipher.encodePlaintext(number, type, version, header, bytes, offset, length);
        }

        @Override
        public int getCiphertextDecodeLimit(int plainLimit) {
            return cipher.getCiphertextDecodeLimit(plainLimit);
        }

        @Override
        public int getCiphertextEncodeLimit(int plainLimit) {
            return cipher.getCiphertextEncodeLimit(plainLimit);
        }

        @Override
        public int getPlaintextDecodeLimit(int cipherLimit) {
            return cipher.getPlaintextDecodeLimit(cipherLimit);
        }

        @Override
        public int getPlaintextEncodeLimit(int cipherLimit) {
            return cipher.getPlaintextEncodeLimit(cipherLimit);
        }

        @Override
        public void rekeyDecoder() throws IOException {
            cipher.rekeyDecoder();
        }

        @Override
        public void rekeyEncoder() throws IOException {
            cipher.rekeyEncoder();
        }

        @Override
        public boolean usesOpaqueRecordTypeDecode() {
            return cipher.usesOpaqueRecordTypeDecode();
        }

        @Override
        public boolean usesOpaqueRecordTypeEncode() {
            return cipher.usesOpaqueRecordTypeEncode();
        }
    }
}
