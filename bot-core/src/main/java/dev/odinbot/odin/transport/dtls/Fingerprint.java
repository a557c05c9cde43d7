package dev.odinbot.odin.transport.dtls;

/**
 * A certificate's hash, as in {@code a=fingerprint:} (RFC 8122).
 *
 * @param text algorithm, a blank, hexadecimal digits with colons
 */
public record Fingerprint(String text) {}
