package dev.odinbot.odin.transport;

import java.io.EOFException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.util.Locale;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Says what went wrong on the way to a server, for a person. */
final class WebFault {

    private static final int MAX_TEXT = 200;

    private WebFault() {}

    static String text(Throwable fault) {
        if (fault instanceof UnknownHostException) {
            return "no host of this name is known";
        } else if (fault instanceof ConnectException && mentions(fault, "refused")) {
            return "connection refused: nothing listens there";
        } else if (fault instanceof NoRouteToHostException) {
            return "there is no way to this host";
        } else if (mentions(fault, "pong")) {
            return "it has stopped answering";
        } else if (fault instanceof InterruptedIOException) { // the library's time-outs too
            return "no answer in time";
        } else if (fault instanceof SSLException) {
            return hasCause(fault, CertificateException.class)
                    ? "its TLS certificate is not trusted"
                    : "TLS does not work with it: " + message(fault);
        } else if (fault instanceof EOFException) {
            return "it closed the connection";
        }
        return message(fault);
    }

    /** One short line, whatever somebody sent. */
    static String printable(@Nullable String text) {
        String line = text == null ? "" : text.replaceAll("\\p{C}", "?");
        return line.length() > MAX_TEXT ? line.substring(0, MAX_TEXT) + "…" : line;
    }

    private static String message(Throwable fault) {
        String message = printable(fault.getMessage());
        return message.isEmpty() ? fault.getClass().getSimpleName() : message;
    }

    private static boolean mentions(Throwable fault, String word) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT).contains(word)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasCause(Throwable fault, Class<? extends Throwable> type) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
