package dev.odinbot.odin.server;

import dev.odinbot.rpc.Refusals;
import jakarta.inject.Inject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What was refused, by where it came from: counted, and logged once per kind. */
final class Complaints {

    private static final Logger LOG = LoggerFactory.getLogger("dev.odinbot.odin.server");

    final Refusals gateway = new Refusals(LOG, "gateway calls");
    final Refusals mainStreams = new Refusals(LOG, "main streams");
    final Refusals roomStreams = new Refusals(LOG, "room streams");
    final Refusals datagrams = new Refusals(LOG, "datagrams");

    @Inject
    Complaints() {}
}
