package dev.odinbot.plugin;

import dev.odinbot.api.storage.StorageException;
import dev.odinbot.config.ConfigException;
import dev.odinbot.config.ConfigFault;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Says of what a plugin's code threw what is wrong and where, in one sentence for the operator. */
final class FaultText {

    private static final Pattern CLASS_FILE =
            Pattern.compile("(\\S+) has been compiled .*?class file version (\\d+).*");

    /** Class file version 45 was Java 1. */
    private static final int BEFORE_JAVA = 44;

    private static final String SEEN =
            "a plugin sees dev.odinbot.api, the JDK, slf4j, its own jar and the plugins that it" + " depends on";

    private final IsolatedLoader loader;

    FaultText(IsolatedLoader loader) {
        this.loader = loader;
    }

    /**
     * @param doing what the plugin was about, for instance {@code its start}
     * @return a {@link PluginRefusal} where the sentence says all, a {@link PluginFault} where the trace may help
     */
    RuntimeException of(Throwable fault, String doing) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof PluginInjector.ConstructorFault && cause.getCause() != null) {
                return of(cause.getCause(), "its constructor");
            }
            if (cause instanceof PluginRefusal refusal) {
                return refusal;
            }
            if (cause instanceof HandlerFaults faults) {
                return new PluginRefusal("its handlers have faults: " + oneLine(String.valueOf(faults.getMessage())));
            }
            if (cause instanceof StorageException storage) {
                return new PluginRefusal(
                        doing + " could not use the storage: " + oneLine(String.valueOf(storage.getMessage())));
            }
            if (cause instanceof ConfigException faults) {
                return new PluginRefusal("its section has faults: "
                        + faults.faults().stream().map(ConfigFault::toString).collect(Collectors.joining(" | ")));
            }
        }
        if (fault instanceof UnsupportedClassVersionError) {
            return new PluginRefusal(classVersion(String.valueOf(fault.getMessage())));
        }
        if (fault instanceof ClassFormatError) {
            return new PluginRefusal(doing + " met a class that is damaged ("
                    + oneLine(String.valueOf(fault.getMessage())) + "); build the jar anew");
        }
        if (fault instanceof NoClassDefFoundError && fault.getCause() instanceof ClassNotFoundException missing) {
            return new PluginRefusal(
                    doing + place(fault) + " uses " + missing.getMessage() + ", which it cannot see: " + SEEN);
        }
        if (fault instanceof ExceptionInInitializerError && fault.getCause() != null) {
            Throwable cause = fault.getCause();
            return new PluginFault("a static initializer threw " + oneLine(cause.toString()) + place(cause), cause);
        }
        if (fault instanceof LinkageError) {
            return new PluginFault(
                    "it was built against something else than this bot's API " + Versions.API + ": "
                            + oneLine(fault.toString()) + place(fault),
                    fault);
        }
        return new PluginFault(doing + " threw " + oneLine(fault.toString()) + place(fault), fault);
    }

    private String place(Throwable fault) {
        Optional<StackTraceElement> frame = loader.ownFrame(fault.getStackTrace());
        return frame.map(f -> " (" + f.getClassName() + "." + f.getMethodName() + ", " + line(f) + ")")
                .orElse("");
    }

    private static String line(StackTraceElement frame) {
        return frame.getFileName() == null ? "an unknown line" : frame.getFileName() + ":" + frame.getLineNumber();
    }

    private static String classVersion(String message) {
        Matcher matcher = CLASS_FILE.matcher(message);
        if (!matcher.matches()) {
            return "a class is made for a newer Java: " + oneLine(message);
        }
        return "its class " + matcher.group(1).replace('/', '.') + " is compiled for Java "
                + (Integer.parseInt(matcher.group(2)) - BEFORE_JAVA) + "; this bot runs on Java "
                + Runtime.version().feature();
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s*\\R\\s*", " | ");
    }
}
