package dev.odinbot.config;

/** A part of config.yml whose keys only somebody else knows: a plugin's. */
public interface Section {

    /**
     * The section as a record.
     *
     * @throws ConfigException with every fault in it
     */
    <T extends Record> T as(Class<T> type);
}
