package dev.odinbot.signature;

import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Shapes of what the compiler is reading. */
final class SourceShapes {

    private SourceShapes() {}

    /** Empty when a type in it does not exist, which the compiler itself tells. */
    static Optional<MethodShape> of(ExecutableElement method) {
        boolean broken = isBroken(method.getReturnType())
                || method.getParameters().stream().anyMatch(parameter -> isBroken(parameter.asType()));
        if (broken) {
            return Optional.empty();
        }
        List<ParameterShape> parameters = method.getParameters().stream()
                .map(parameter -> new ParameterShape(
                        parameter.getSimpleName().toString(), of(parameter.asType()), annotations(parameter)))
                .toList();
        return Optional.of(new MethodShape(
                method.getModifiers().contains(Modifier.STATIC),
                of(method.getReturnType()),
                parameters,
                annotations(method)));
    }

    private static boolean isBroken(TypeMirror type) {
        return type.getKind() == TypeKind.ERROR
                || (type instanceof DeclaredType declared
                        && declared.getTypeArguments().stream().anyMatch(SourceShapes::isBroken));
    }

    static TypeShape of(TypeMirror type) {
        if (type.getKind().isPrimitive() || type.getKind() == TypeKind.VOID) {
            String name = type.getKind().name().toLowerCase(Locale.ROOT);
            return new TypeShape(name, TypeShape.Form.PRIMITIVE, List.of(), List.of());
        }
        if (type.getKind() != TypeKind.DECLARED) {
            return new TypeShape(type.toString(), TypeShape.Form.OTHER, List.of(), List.of());
        }
        DeclaredType declared = (DeclaredType) type;
        TypeElement element = (TypeElement) declared.asElement();
        List<String> constants = element.getKind() != ElementKind.ENUM
                ? List.of()
                : element.getEnclosedElements().stream()
                        .filter(member -> member.getKind() == ElementKind.ENUM_CONSTANT)
                        .map(member -> member.getSimpleName().toString())
                        .toList();
        return new TypeShape(
                element.getQualifiedName().toString(),
                TypeShape.Form.DECLARED,
                declared.getTypeArguments().stream().map(SourceShapes::of).toList(),
                constants);
    }

    private static Annotations annotations(Element element) {
        return new Annotations() {
            @Override
            public <A extends Annotation> @Nullable A get(Class<A> type) {
                return element.getAnnotation(type);
            }
        };
    }
}
