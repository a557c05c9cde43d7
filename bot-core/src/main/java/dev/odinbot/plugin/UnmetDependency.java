package dev.odinbot.plugin;

/** A plugin cannot start because of another one; it is tried again when others have started. */
final class UnmetDependency extends PluginRefusal {

    private static final long serialVersionUID = 1L;

    private final boolean off;

    /** @param off whether that is because an operator switched something off, and so no fault */
    UnmetDependency(String reason, boolean off) {
        super(reason);
        this.off = off;
    }

    boolean off() {
        return off;
    }
}
