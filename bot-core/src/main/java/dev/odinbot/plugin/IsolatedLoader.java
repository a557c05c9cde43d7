package dev.odinbot.plugin;

import java.io.IOException;
import java.net.URL;
import java.net.URLConnection;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pf4j.ClassLoadingStrategy;
import org.pf4j.DefaultPluginDescriptor;
import org.pf4j.PluginClassLoader;

/**
 * The classes of one load of a plugin: its own, then those of the plugins that it depends on, then the JDK's; only {@code api} and slf4j
 * come from the host, always.
 *
 * <p>PF4J would look the dependencies up by id each time; here old and new loads of one id live side by side, so they are given.
 */
final class IsolatedLoader extends PluginClassLoader {

    private static final ClassLoader API = new ApiClassLoader(IsolatedLoader.class.getClassLoader());

    static {
        // The JDK would keep every jar open from which a resource was once read by its URL, though its loader is
        // closed.
        URLConnection.setDefaultUseCaches("jar", false);
    }

    private final List<IsolatedLoader> dependencies;

    IsolatedLoader(JarCopy jar, List<IsolatedLoader> dependencies) {
        super(null, new DefaultPluginDescriptor(), API, ClassLoadingStrategy.PDA);
        this.dependencies = List.copyOf(dependencies);
        addFile(jar.copy().toFile());
    }

    @Override
    protected boolean shouldDelegateToParent(String className) {
        return ApiClassLoader.shared(className);
    }

    @Override
    protected @Nullable Class<?> loadClassFromDependencies(String className) {
        for (IsolatedLoader dependency : dependencies) {
            Class<?> found = dependency.find(className);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private @Nullable Class<?> find(String className) {
        try {
            return loadClass(className);
        } catch (ClassNotFoundException e) {
            return null; // perhaps another one has it
        }
    }

    @Override
    protected @Nullable URL findResourceFromDependencies(String name) {
        return dependencies.stream()
                .map(dependency -> dependency.findResource(name))
                .filter(url -> url != null)
                .findFirst()
                .orElse(null);
    }

    @Override
    protected Collection<URL> findResourcesFromDependencies(String name) throws IOException {
        return List.of(); // services of a dependency are its own business
    }

    /** The innermost of these calls that is in the plugin's code. */
    Optional<StackTraceElement> ownFrame(StackTraceElement[] trace) {
        return Arrays.stream(trace)
                .filter(frame -> isOwn(findLoadedClass(frame.getClassName())))
                .findFirst();
    }

    private boolean isOwn(@Nullable Class<?> type) {
        return type != null && type.getClassLoader() == this;
    }
}
