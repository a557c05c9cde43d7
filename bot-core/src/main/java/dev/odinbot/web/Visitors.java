package dev.odinbot.web;

import com.google.common.net.HostAndPort;
import com.google.common.net.InetAddresses;
import dev.odinbot.http.HttpConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells the page's own visitors from other sites' scripts. A site elsewhere can make a browser send requests here, and
 * can point its own name at our address (DNS rebinding) to read the answers too; but it cannot change the {@code Host}
 * and {@code Origin} that the browser writes.
 */
final class Visitors {

    private final String bind;

    @Inject
    Visitors(HttpConfig config) {
        bind = config.bind();
    }

    /** Answers and returns false when the request did not come from the page or from a program. */
    boolean welcome(Context request) {
        Optional<String> objection = objection(request.header("Host"), request.header("Origin"));
        objection.ifPresent(reason -> Json.refuse(request, HttpStatus.FORBIDDEN, reason));
        return objection.isEmpty();
    }

    private Optional<String> objection(@Nullable String host, @Nullable String origin) {
        if (host == null || !ours(host)) {
            return Optional.of("This server does not go by that name. Use localhost or the address it is bound to.");
        }
        if (origin != null && !sameHost(origin, host)) {
            return Optional.of("Requests from other sites are not answered.");
        }
        return Optional.empty();
    }

    private boolean ours(String hostHeader) {
        String name;
        try {
            name = HostAndPort.fromString(hostHeader).getHost().toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return false; // not a host at all, so nobody's
        }
        if (name.equals("localhost") || name.equalsIgnoreCase(bind)) {
            return true;
        }
        if (InetAddresses.isInetAddress(name)) {
            InetAddress address = InetAddresses.forString(name);
            return address.isLoopbackAddress() || boundToAll() || name.equals(bind);
        }
        // A name without a dot, or under .local, is of this network: nobody elsewhere can point it here.
        return boundToAll() && (!name.contains(".") || name.endsWith(".local"));
    }

    private boolean boundToAll() {
        return InetAddresses.isInetAddress(bind)
                && InetAddresses.forString(bind).isAnyLocalAddress();
    }

    private static boolean sameHost(String origin, String hostHeader) {
        try {
            return hostHeader.equalsIgnoreCase(URI.create(origin).getAuthority());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
