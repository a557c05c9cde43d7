package dev.odinbot.http;

import com.google.common.net.InetAddresses;
import dev.odinbot.api.Between;
import dev.odinbot.api.Default;
import dev.odinbot.config.Checked;
import dev.odinbot.config.Faults;

/**
 * The {@code local-server} section.
 *
 * @param bind address to listen on; loopback unless told otherwise
 * @param port for http and ws; 0 = any free one
 * @param tlsPort for https and wss with a self-signed certificate; 0 = off
 * @param udpPort for the sound of everybody who joins; 0 = any free one
 */
public record HttpConfig(
        @Default("127.0.0.1") String bind,
        @Default("8080") @Between(min = 0, max = 65535) int port,
        @Default("4433") @Between(min = 0, max = 65535) int tlsPort,
        @Default("0") @Between(min = 0, max = 65535) int udpPort)
        implements Checked {

    @Override
    public void check(Faults faults) {
        if (!bind.equals("localhost") && !InetAddresses.isInetAddress(bind)) {
            faults.at("bind")
                    .add(
                            "this is not an address of this machine",
                            "Write 127.0.0.1 for this machine only, or 0.0.0.0 for everybody.");
        }
        if (port != 0 && port == tlsPort) {
            faults.at("tls-port").add("this is also the port for http", "Write another one, or 0 for no https.");
        }
    }
}
