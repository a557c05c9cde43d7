package dev.odinbot.plugin;

/** What a plugin may see besides its own jar: the JDK, and of the host only {@code api} and slf4j. */
final class ApiClassLoader extends ClassLoader {

    private final ClassLoader host;

    ApiClassLoader(ClassLoader host) {
        super(ClassLoader.getPlatformClassLoader());
        this.host = host;
    }

    /** Whether a class must be the host's, even if a plugin's jar carries its own. */
    static boolean shared(String className) {
        return className.startsWith("dev.odinbot.api.") || className.startsWith("org.slf4j.");
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (shared(name)) {
            return host.loadClass(name);
        }
        throw new ClassNotFoundException(name);
    }
}
