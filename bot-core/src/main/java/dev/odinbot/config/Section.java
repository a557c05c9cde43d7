package dev.odinbot.config;

/** A part of config.yml whose keys only somebody else knows: a plugin's. Immutable; any thread. */
public interface Section {

    /** A section without a key: everything takes its default. */
    static Section empty() {
        return BoundSection.EMPTY;
    }

    /**
     * The section as a record.
     *
     * @throws ConfigException with every fault in it
     */
    <T extends Record> T as(Class<T> type);
}
