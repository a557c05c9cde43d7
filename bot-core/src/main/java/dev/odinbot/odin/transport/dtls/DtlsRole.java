package dev.odinbot.odin.transport.dtls;

/** Who says hello. */
public enum DtlsRole {
    CLIENT,
    SERVER
}
