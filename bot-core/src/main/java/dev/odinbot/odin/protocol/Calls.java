package dev.odinbot.odin.protocol;

import dev.odinbot.rpc.Decoded;
import dev.odinbot.rpc.RpcValue;
import java.util.List;

/** Finds the record that a method's params are. */
public final class Calls {

    /** What {@link #read} says of a method that is not among the kinds. */
    public static final String UNKNOWN_METHOD = "unknown method";

    private Calls() {}

    /** The name on the wire of a call or notice. */
    public static String method(Record call) {
        return call instanceof PeerUpdated
                ? PeerUpdated.class.getSimpleName()
                : call.getClass().getSimpleName();
    }

    /** @param kinds for instance {@link RoomCall#KINDS} */
    public static <C> Decoded<C> read(List<Class<? extends C>> kinds, String method, RpcValue params) {
        for (Class<? extends C> kind : kinds) {
            if (kind.getSimpleName().equals(method)) {
                return params.as(kind).either(Decoded.Value::new, Decoded.Invalid::new);
            }
        }
        return new Decoded.Invalid<>(UNKNOWN_METHOD);
    }
}
