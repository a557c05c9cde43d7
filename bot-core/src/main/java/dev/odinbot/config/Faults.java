package dev.odinbot.config;

/**
 * Where a {@link Checked} record reports what is wrong with it. Not thread-safe; valid during the check only.
 */
public final class Faults {

    private final FaultLog log;
    private final String path;

    Faults(FaultLog log, String path) {
        this.log = log;
        this.path = path;
    }

    /** The view of what {@code key} holds; keys as in the file, in kebab-case. */
    public Faults at(String key) {
        return new Faults(log, FaultLog.child(path, key));
    }

    /** The view of a list's element, from 0. */
    public Faults at(int index) {
        return new Faults(log, FaultLog.child(path, index));
    }

    /**
     * Reports a fault at this place, unless the place is already known to be at fault. Neither text may show an access
     * key or a token.
     *
     * @param problem what is wrong, without a full stop
     * @param remedy what to do about it, as a sentence
     */
    public void add(String problem, String remedy) {
        if (!log.faulty(path)) {
            log.add(log.position(path), path, problem, remedy);
        }
    }
}
