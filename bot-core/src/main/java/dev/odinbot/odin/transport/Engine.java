package dev.odinbot.odin.transport;

import dev.odinbot.odin.transport.dtls.DtlsHandshakes;
import dev.odinbot.odin.transport.dtls.DtlsIdentity;
import dev.odinbot.odin.transport.udp.UdpLoop;
import dev.odinbot.time.Ticker;

/** What a connection runs on, shared with others. */
record Engine(UdpLoop loop, Ticker ticker, DtlsIdentity identity, DtlsHandshakes handshakes) {}
