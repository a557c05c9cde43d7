package dev.odinbot.signature;

import java.lang.annotation.Annotation;
import org.jspecify.annotations.Nullable;

/** The annotations of a method or a parameter, wherever they were read. */
@FunctionalInterface
interface Annotations {

    <A extends Annotation> @Nullable A get(Class<A> type);

    default boolean has(Class<? extends Annotation> type) {
        return get(type) != null;
    }
}
