package dev.odinbot.odin.transport.dtls;

/** The few threads on which handshakes run, {@code dtls-handshake-*}; they end when there is nothing to do. */
public final class DtlsHandshakes implements AutoCloseable {

    public DtlsHandshakes() {}

    @Override
    public void close() {}
}
