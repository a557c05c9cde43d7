package dev.odinbot.odin.server;

import dev.odinbot.http.HttpRoutes;
import dev.odinbot.rpc.Refusals;
import dev.odinbot.time.Ticker;
import dev.odinbot.time.Timers;
import io.javalin.config.JavalinConfig;
import io.javalin.http.HttpStatus;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.ee10.websocket.server.JettyServerUpgradeRequest;
import org.eclipse.jetty.ee10.websocket.server.JettyServerUpgradeResponse;
import org.eclipse.jetty.ee10.websocket.server.JettyWebSocketCreator;
import org.eclipse.jetty.ee10.websocket.server.JettyWebSocketServlet;
import org.eclipse.jetty.ee10.websocket.server.JettyWebSocketServletFactory;
import org.jspecify.annotations.Nullable;

/**
 * The WebSockets {@code /main} and {@code /room?<stream id>}. Set up with Jetty's own classes: Javalin's do not tell of pongs,
 * by which we know that a client is still there.
 */
final class StreamRoutes implements HttpRoutes {

    private final Provider<Client> clients;
    private final Joins joins;
    private final Streams streams;
    private final Rooms rooms;
    private final Complaints complaints;
    private final Ticker ticker;
    private final Timers timers;

    @Inject
    StreamRoutes(
            Provider<Client> clients,
            Joins joins,
            Streams streams,
            Rooms rooms,
            Complaints complaints,
            Ticker ticker,
            Timers timers) {
        this.clients = clients;
        this.joins = joins;
        this.streams = streams;
        this.rooms = rooms;
        this.complaints = complaints;
        this.ticker = ticker;
        this.timers = timers;
    }

    @Override
    public void addTo(JavalinConfig config) {
        config.jetty.modifyServletContextHandler(this::addTo);
        config.events.serverStarting(streams::start);
        config.events.serverStopping(() -> {
            rooms.close();
            streams.close();
        });
    }

    private void addTo(ServletContextHandler handler) {
        handler.addServlet(
                servlet((request, response) -> stream(clients.get(), complaints.mainStreams, response)), "/main");
        handler.addServlet(servlet(this::room), "/room");
    }

    private static ServletHolder servlet(JettyWebSocketCreator creator) {
        return new ServletHolder(new StreamServlet(creator));
    }

    private @Nullable Object room(JettyServerUpgradeRequest request, JettyServerUpgradeResponse response) {
        String streamId = request.getQueryString();
        Optional<RoomPeer> peer = streamId == null ? Optional.empty() : joins.arrive(streamId);
        if (peer.isEmpty()) {
            complaints.roomStreams.count("unknown stream id", "a room stream that was not asked for, or too late");
            refuse(response);
            return null;
        }
        return stream(peer.get(), complaints.roomStreams, response);
    }

    private static void refuse(JettyServerUpgradeResponse response) {
        try {
            response.sendError(HttpStatus.NOT_FOUND.getCode(), "unknown stream id");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Object stream(StreamOwner owner, Refusals refusals, JettyServerUpgradeResponse response) {
        // Compression would cost a window of memory for every client, to save little.
        response.setExtensions(List.of());
        return new ServerStream(owner, streams, refusals, ticker, timers).endpoint();
    }

    private static final class StreamServlet extends JettyWebSocketServlet {

        private static final long serialVersionUID = 1L;

        @SuppressWarnings("serial") // never serialized
        private final JettyWebSocketCreator creator;

        private StreamServlet(JettyWebSocketCreator creator) {
            this.creator = creator;
        }

        @Override
        protected void configure(JettyWebSocketServletFactory factory) {
            factory.setMaxBinaryMessageSize(Limits.MAX_FRAME_BYTES);
            factory.setMaxTextMessageSize(Limits.MAX_FRAME_BYTES);
            factory.setMaxFrameSize(Limits.MAX_FRAME_BYTES);
            factory.setIdleTimeout(Limits.SILENCE.multipliedBy(2));
            factory.setCreator(creator);
        }
    }
}
