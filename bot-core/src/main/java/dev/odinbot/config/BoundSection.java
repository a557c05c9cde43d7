package dev.odinbot.config;

import dev.odinbot.config.YamlNode.Mapping;

/** A section that waits for somebody who knows its record. */
record BoundSection(String file, String path, Mapping mapping) implements Section {

    static final Section EMPTY = new BoundSection("", "", Mapping.empty(Position.WHOLE_FILE));

    @Override
    public <T extends Record> T as(Class<T> type) {
        return Binder.bindAll(type, mapping, path, new FaultLog(file));
    }

    /** Never the values: one may be a secret. */
    @Override
    public String toString() {
        return "Section[" + path + "]";
    }
}
