package dev.odinbot.store;

import java.util.regex.Pattern;

/** What the tables of one plugin are really called. Ids have no underscore, so that no two plugins' names can be the same. */
final class TableNames {

    /** PostgreSQL cuts off what is longer. */
    private static final int MAX_CHARS = 63;

    private static final Pattern ID = Pattern.compile("[a-z0-9-]+");
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

    private final String plugin;

    TableNames(String plugin) {
        if (!ID.matcher(plugin).matches()) {
            throw new IllegalArgumentException("A plugin's id has small letters, digits and -, not " + plugin);
        }
        this.plugin = plugin;
    }

    String plugin() {
        return plugin;
    }

    String prefix() {
        return "plugin_" + plugin + "_";
    }

    /**
     * @param name as a statement has it in braces
     * @return the real one, quoted
     * @throws RefusedStatement when no table may be called so
     */
    String quoted(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new RefusedStatement(
                    "{" + name + "} names no table: write small letters, digits and _, a letter first");
        }
        String full = prefix() + name;
        if (full.length() > MAX_CHARS) {
            throw new RefusedStatement("The table name {" + name + "} is too long: " + full + " has " + full.length()
                    + " characters, and " + MAX_CHARS + " are allowed");
        }
        return '"' + full + '"';
    }
}
