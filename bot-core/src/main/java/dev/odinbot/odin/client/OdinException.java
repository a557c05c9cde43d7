package dev.odinbot.odin.client;

/** A call that ODIN refused or that could not reach it. */
public final class OdinException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String call;

    public OdinException(String call, String message) {
        super(call + ": " + message);
        this.call = call;
    }

    public OdinException(String call, String message, Throwable cause) {
        super(call + ": " + message, cause);
        this.call = call;
    }

    /** The call that failed, for instance {@code Connect} or {@code JoinRoom}. */
    public String call() {
        return call;
    }
}
