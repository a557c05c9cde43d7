package dev.odinbot.odin.transport.ice;

/** One side's short-term user name and password, new for every connection. */
public record IceCredentials(String ufrag, String password) {

    /** Random, of 8 and 24 characters. */
    public static IceCredentials random() {
        throw new UnsupportedOperationException();
    }

    @Override
    public String toString() {
        return "IceCredentials[" + ufrag + "]";
    }
}
