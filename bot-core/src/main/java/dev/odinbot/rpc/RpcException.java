package dev.odinbot.rpc;

/** A call that did not bring a result. */
public final class RpcException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String method;
    private final Kind kind;

    RpcException(String method, Kind kind, String message) {
        super(message);
        this.method = method;
        this.kind = kind;
    }

    public String method() {
        return method;
    }

    public Kind kind() {
        return kind;
    }

    /** Why there is no result. */
    public enum Kind {
        /** The other side answered with an error; it is the message. */
        REFUSED,
        /** The answer is not what was asked for. */
        MALFORMED,
        TIMED_OUT,
        /** The link closed before the answer came, or was closed already. */
        CLOSED
    }
}
