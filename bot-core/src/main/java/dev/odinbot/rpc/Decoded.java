package dev.odinbot.rpc;

import java.util.Optional;
import java.util.function.Function;

/** What came of turning received bytes into a value. */
public sealed interface Decoded<T> {

    record Value<T>(T get) implements Decoded<T> {}

    /** @param reason what is wrong and where, without quoting what was received */
    record Invalid<T>(String reason) implements Decoded<T> {}

    /** The one or the other, whichever it is. */
    default <R> R either(Function<? super T, ? extends R> good, Function<String, ? extends R> bad) {
        if (this instanceof Value<T> value) {
            return good.apply(value.get);
        }
        return bad.apply(((Invalid<T>) this).reason);
    }

    default Optional<T> value() {
        return this instanceof Value<T> value ? Optional.of(value.get) : Optional.empty();
    }
}
