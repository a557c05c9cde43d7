package dev.odinbot.player;

import com.google.common.base.Throwables;
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

    static final String OUTSIDE_LIBRARY = "Only files inside the library can be played.";
    static final String ONLY_HTTP = "Only http and https addresses can be played.";
    static final String WEB_IS_OFF = "Playing from the web is switched off here.";
    static final String NOT_AN_ADDRESS = "That is not a valid address.";
    static final String TOO_MANY_REDIRECTS = "That address redirects too often.";
    static final String WEB_PAGE = "That is a web page, not audio.";
    static final String NOT_AUDIO = "That is not audio that I can play.";
    static final String UNSUPPORTED = "Its audio format is not supported.";
    static final String EMPTY_PLAYLIST = "The playlist is empty.";
    static final String NESTED_PLAYLIST = "That is a playlist inside a playlist.";
    static final String MISSING_FILE = "The file is not in the library.";
    static final String UNREADABLE = "The file cannot be read.";
    static final String TOO_SLOW = "It took too long to load.";
    static final String STOPPED = "Playback was stopped before it was loaded.";
    static final String CLOSED = "The player is closed.";
    static final String TOO_MANY_LOADS = "Too many requests are still being loaded.";
    static final String STUCK = "No sound has come for 10 seconds.";
    static final String BROKEN = "Its audio is damaged or cannot be decoded.";
    static final String NO_SUCH_TRACK = "There is nothing to play at that address.";

    private Reasons() {}

    static String status(int status) {
        return switch (status) {
            case 404, 410 -> "There is nothing at that address (error " + status + ").";
            case 401, 403 -> "The server does not let me have it (error " + status + ").";
            default -> "The server answered with error " + status + ".";
        };
    }

    static String queueFull(int limit) {
        return "The queue is full (" + limit + " tracks).";
    }

    /** What a failed read of a file or from a server means. */
    static Loaded of(Throwable failure, String host) {
        for (Throwable cause : Throwables.getCausalChain(failure)) {
            if (cause instanceof HostRefusedException refused) {
                return new Loaded.Refused("The host " + refused.host() + " is not allowed.");
            }
        }
        return new Loaded.Failed(text(failure, host));
    }

    /** @param host empty for a file */
    static String text(Throwable failure, String host) {
        for (Throwable cause : Throwables.getCausalChain(failure)) {
            if (cause instanceof HostRefusedException refused) {
                return "The host " + refused.host() + " is not allowed.";
            } else if (cause instanceof UnknownHostException) {
                return "There is no host named " + host + ".";
            } else if (cause instanceof ConnectTimeoutException || cause instanceof SocketTimeoutException) {
                return "The host " + host + " does not answer.";
            } else if (cause instanceof ConnectException || cause instanceof NoRouteToHostException) {
                return "The host " + host + " cannot be reached.";
            } else if (cause instanceof SSLException) {
                return "No secure connection to " + host + " is possible.";
            } else if (cause instanceof FileSystemException || cause instanceof FileNotFoundException) {
                return UNREADABLE;
            }
        }
        return host.isEmpty() ? BROKEN : "The connection to " + host + " broke off, or its audio is damaged.";
    }
}
