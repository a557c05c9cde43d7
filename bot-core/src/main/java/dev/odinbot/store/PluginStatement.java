package dev.odinbot.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statement of a plugin with the real names of its tables. Statements that reach for somebody else's tables by name, or that would
 * outlast themselves on a shared connection, are refused: against mistakes, not against malice.
 *
 * @param sql without braces
 * @param access {@code READ} for a plain query
 */
record PluginStatement(String sql, Access access) {

    private static final Pattern TOKEN = Pattern.compile("""
            (?<text> '[^']*' | \\$(?<tag>\\w*)\\$ (?s:.*?) \\$\\k<tag>\\$ )
            | (?<comment> --[^\\n]* | /\\* (?s:.*?) \\*/ | \\s+ )
            | \\{ (?<table>[^{}]*) \\}
            | (?<word> "[^"]*" | [\\p{L}_] [\\p{L}\\p{N}_$]* )
            | (?<other> (?s:.) )
            """, Pattern.COMMENTS);

    private static final Set<String> READING = Set.of("select", "values");

    private static final Set<String> BEFORE_TABLES = Set.of("from", "join", "into", "update", "table");

    private static final Set<String> NOT_HERE = Set.of(
            "begin",
            "start",
            "commit",
            "end",
            "rollback",
            "abort",
            "savepoint",
            "release",
            "prepare",
            "set",
            "reset",
            "pragma",
            "attach",
            "detach",
            "vacuum",
            "copy",
            "listen",
            "lock");

    /** @throws RefusedStatement when it may not be run */
    static PluginStatement of(String statement, TableNames names) {
        StringBuilder sql = new StringBuilder();
        List<String> words = new ArrayList<>();
        boolean ended = false;
        Matcher token = TOKEN.matcher(statement);
        while (token.find()) {
            if (ended && token.group("comment") == null && !isTrigger(words)) {
                throw new RefusedStatement("One statement at a time: there is more behind the semicolon");
            }
            if (token.group("word") != null) {
                words.add(checked(token.group("word")));
            }
            String text = token.group("text");
            // SQLite takes a quoted text for a name where only a name can be.
            if (text != null && !words.isEmpty() && BEFORE_TABLES.contains(words.get(words.size() - 1))) {
                checked(text.replace("'", ""));
            }
            ended |= token.group().equals(";");
            String table = token.group("table");
            sql.append(table == null ? token.group() : names.quoted(table));
        }
        String first = words.isEmpty() ? "" : words.get(0);
        if (NOT_HERE.contains(first)) {
            throw new RefusedStatement("Statements that begin with " + first
                    + " are not for plugins: each statement is a transaction of its own, and the connection is shared");
        }
        return new PluginStatement(sql.toString(), READING.contains(first) ? Access.READ : Access.WRITE);
    }

    private static String checked(String word) {
        String name = word.replace("\"", "").toLowerCase(Locale.ROOT);
        if (name.startsWith("plugin_") || Schema.TABLES.contains(name)) {
            throw new RefusedStatement("The statement names " + name
                    + ": write the plugin's own tables in braces, as {polls}; others are not its own");
        }
        return name;
    }

    /** Its body is made of statements. */
    private static boolean isTrigger(List<String> words) {
        return words.indexOf("create") == 0
                && words.subList(0, Math.min(3, words.size())).contains("trigger");
    }
}
