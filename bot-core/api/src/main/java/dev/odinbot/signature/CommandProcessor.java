package dev.odinbot.signature;

import java.lang.annotation.Annotation;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/**
 * Refuses, while a plugin is compiled, a method that does not fit its annotations; the error stands at the very method or parameter.
 * Writes nothing. What needs a loaded plugin, a type with a converter of its own, is not looked at.
 *
 * <p>From JDK 23 on javac runs processors only when it is told to: by {@code -processorpath} (Maven's
 * {@code annotationProcessorPaths}) or {@code -proc:full}.
 */
public final class CommandProcessor extends AbstractProcessor {

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return annotations().map(Class::getCanonicalName).collect(Collectors.toSet());
    }

    private static Stream<Class<? extends Annotation>> annotations() {
        return Stream.of(MethodRules.OF_METHODS, MethodRules.OF_COMMANDS, MethodRules.OF_PARAMETERS)
                .flatMap(list -> list.stream());
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> found, RoundEnvironment round) {
        Set<ExecutableElement> methods = new LinkedHashSet<>();
        for (TypeElement annotation : found) {
            for (Element element : round.getElementsAnnotatedWith(annotation)) {
                Element method = element.getKind() == ElementKind.PARAMETER ? element.getEnclosingElement() : element;
                if (method != null && method.getKind() == ElementKind.METHOD) {
                    methods.add((ExecutableElement) method);
                }
            }
        }
        methods.forEach(this::check);
        return false; // others may look at the same annotations
    }

    private void check(ExecutableElement method) {
        SourceShapes.of(method)
                .map(MethodRules::read)
                .ifPresent(rules -> rules.faults()
                        .forEach(fault -> processingEnv
                                .getMessager()
                                .printMessage(Diagnostic.Kind.ERROR, message(method, fault), place(method, fault))));
    }

    private static String message(ExecutableElement method, Fault fault) {
        return method.getSimpleName() + ": " + fault.problem();
    }

    private static Element place(ExecutableElement method, Fault fault) {
        return method.getParameters().stream()
                .filter(parameter -> parameter.getSimpleName().contentEquals(fault.parameter()))
                .<Element>map(parameter -> parameter)
                .findFirst()
                .orElse(method);
    }
}
