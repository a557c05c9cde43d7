package dev.odinbot.signature;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * What javac makes of one source.
 *
 * @param errors as {@code line:column message}
 */
record Compilation(boolean successful, List<String> errors) {

    /** @param options more than the class path and the folder for classes */
    static Compilation of(String className, String source, Path classes, String... options) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        List<String> all = new ArrayList<>(List.of("-d", classes.toString(), "-parameters", "-nowarn"));
        all.addAll(List.of(options));
        try (StandardJavaFileManager files = compiler.getStandardFileManager(diagnostics, Locale.ENGLISH, null)) {
            boolean successful = compiler.getTask(null, files, diagnostics, all, null, List.of(file(className, source)))
                    .call();
            return new Compilation(
                    successful,
                    diagnostics.getDiagnostics().stream()
                            .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                            .sorted(Comparator.comparingLong(
                                    Diagnostic::getLineNumber)) // else as javac's rounds have it
                            .map(diagnostic -> diagnostic.getLineNumber() + ":" + diagnostic.getColumnNumber() + " "
                                    + diagnostic.getMessage(Locale.ENGLISH))
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JavaFileObject file(String className, String source) {
        URI uri = URI.create("string:///" + className.replace('.', '/') + ".java");
        return new SimpleJavaFileObject(uri, JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source;
            }
        };
    }
}
