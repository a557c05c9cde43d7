package dev.odinbot.player;

import com.google.common.base.Throwables;
import dev.odinbot.api.text.PlainText;
import dev.odinbot.api.text.Text;
import java.io.FileNotFoundException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.FileSystemException;
import javax.net.ssl.SSLException;
import org.apache.http.conn.ConnectTimeoutException;

/** The sentences in which people hear why something does not play. */
final class Reasons {

    static final Text OUTSIDE_LIBRARY = Text.key("host.play.outside-library");
    static final Text ONLY_HTTP = Text.key("host.play.only-http");
    static final Text WEB_IS_OFF = Text.key("host.play.web-is-off");
    static final Text NOT_AN_ADDRESS = Text.key("host.play.not-an-address");
    static final Text TOO_MANY_REDIRECTS = Text.key("host.play.too-many-redirects");
    static final Text WEB_PAGE = Text.key("host.play.web-page");
    static final Text NOT_AUDIO = Text.key("host.play.not-audio");
    static final Text UNSUPPORTED = Text.key("host.play.unsupported");
    static final Text EMPTY_PLAYLIST = Text.key("host.play.empty-playlist");
    static final Text NESTED_PLAYLIST = Text.key("host.play.nested-playlist");
    static final Text MISSING_FILE = Text.key("host.play.missing-file");
    static final Text UNREADABLE = Text.key("host.play.unreadable");
    static final Text TOO_SLOW = Text.key("host.play.too-slow");
    static final Text STOPPED = Text.key("host.play.stopped");
    static final Text CLOSED = Text.key("host.play.closed");
    static final Text TOO_MANY_LOADS = Text.key("host.play.too-many-loads");
    static final Text STUCK = Text.key("host.play.stuck");
    static final Text BROKEN = Text.key("host.play.broken");
    static final Text NO_SUCH_TRACK = Text.key("host.play.no-such-track");

    private static final int MAX_HOST = 80;

    private Reasons() {}

    static Text status(int status) {
        String code = Integer.toString(status);
        return switch (status) {
            case 404, 410 -> Text.key("host.play.status.missing", code);
            case 401, 403 -> Text.key("host.play.status.forbidden", code);
            default -> Text.key("host.play.status", code);
        };
    }

    static Text queueFull(int limit) {
        return Text.key("host.play.queue-full", limit);
    }

    /** What a failed read of a file or from a server means. */
    static Loaded of(Throwable failure, String host) {
        for (Throwable cause : Throwables.getCausalChain(failure)) {
            if (cause instanceof HostRefusedException refused) {
                return new Loaded.Refused(host("refused", refused.host()));
            }
        }
        return new Loaded.Failed(text(failure, host));
    }

    /** @param host empty for a file */
    static Text text(Throwable failure, String host) {
        for (Throwable cause : Throwables.getCausalChain(failure)) {
            if (cause instanceof HostRefusedException refused) {
                return host("refused", refused.host());
            } else if (cause instanceof UnknownHostException) {
                return host("unknown", host);
            } else if (cause instanceof ConnectTimeoutException || cause instanceof SocketTimeoutException) {
                return host("silent", host);
            } else if (cause instanceof ConnectException || cause instanceof NoRouteToHostException) {
                return host("unreachable", host);
            } else if (cause instanceof SSLException) {
                return host("insecure", host);
            } else if (cause instanceof FileSystemException || cause instanceof FileNotFoundException) {
                return UNREADABLE;
            }
        }
        return host.isEmpty() ? BROKEN : host("broke-off", host);
    }

    private static Text host(String key, String host) {
        return Text.key("host.play.host." + key, PlainText.line(host, MAX_HOST));
    }
}
