package dev.odinbot.http;

/** The HTTP server cannot start. */
public final class HttpServerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public HttpServerException(String message, Throwable cause) {
        super(message, cause);
    }
}
