package dev.odinbot.odin.transport.dtls;

/** This process's self-signed certificate and its key (ECDSA P-256). Usable from any thread. */
public final class DtlsIdentity {

    public static DtlsIdentity create() {
        throw new UnsupportedOperationException();
    }

    public Fingerprint fingerprint() {
        throw new UnsupportedOperationException();
    }
}
