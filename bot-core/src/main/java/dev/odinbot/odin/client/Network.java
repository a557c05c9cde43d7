package dev.odinbot.odin.client;

import dev.odinbot.odin.transport.DataChannels;
import dev.odinbot.odin.transport.WebClient;
import dev.odinbot.rpc.Refusals;
import dev.odinbot.time.Ticker;
import dev.odinbot.time.Timers;
import jakarta.inject.Inject;
import org.slf4j.LoggerFactory;

/** What every room needs to get out of the process, and the clocks. Shared by all. */
record Network(
        GatewayClient gateway, WebClient web, DataChannels channels, Ticker ticker, Timers timers, Refusals refusals) {

    @Inject
    Network(GatewayClient gateway, WebClient web, DataChannels channels, Ticker ticker, Timers timers) {
        this(
                gateway,
                web,
                channels,
                ticker,
                timers,
                new Refusals(LoggerFactory.getLogger(OdinClient.class), "an ODIN server"));
    }
}
