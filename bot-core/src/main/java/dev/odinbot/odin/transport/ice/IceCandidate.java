package dev.odinbot.odin.transport.ice;

import java.net.InetSocketAddress;

/** A UDP address where the other side says it can be reached. */
public record IceCandidate(InetSocketAddress address, long priority) {}
