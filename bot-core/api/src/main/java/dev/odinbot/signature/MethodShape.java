package dev.odinbot.signature;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A method as a class file or a source shows it. */
record MethodShape(boolean isStatic, TypeShape returns, List<ParameterShape> parameters, Annotations annotations) {

    /** The shape of a loaded method, which must have been compiled with the names of its parameters when it is a command. */
    public static MethodShape of(Method method) {
        return new MethodShape(
                Modifier.isStatic(method.getModifiers()),
                TypeShape.of(method.getGenericReturnType()),
                Arrays.stream(method.getParameters())
                        .map(parameter -> new ParameterShape(
                                parameter.getName(),
                                TypeShape.of(parameter.getParameterizedType()),
                                annotations(parameter)))
                        .toList(),
                annotations(method));
    }

    private static Annotations annotations(AnnotatedElement element) {
        return new Annotations() {
            @Override
            public <A extends Annotation> @Nullable A get(Class<A> type) {
                return element.getAnnotation(type);
            }
        };
    }
}
