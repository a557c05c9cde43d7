package dev.odinbot.http;

import dev.odinbot.api.Between;
import dev.odinbot.api.Default;

/**
 * The {@code local-server} section.
 *
 * @param bind address to listen on; loopback unless told otherwise
 * @param port for http and ws; 0 = any free one
 * @param tlsPort for https and wss with a self-signed certificate; 0 = off
 */
public record HttpConfig(
        @Default("127.0.0.1") String bind,
        @Default("8080") @Between(min = 0, max = 65535) int port,
        @Default("4433") @Between(min = 0, max = 65535) int tlsPort) {}
