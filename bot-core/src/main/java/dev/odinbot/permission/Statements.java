package dev.odinbot.permission;

import dev.odinbot.signature.Names;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What one or several groups of the same nearness say of permissions.
 *
 * @param granted by what is spoken of: a permission, or all below one ({@code music.}; empty = everything), whether it is granted or
 *     taken away
 */
record Statements(Map<String, Boolean> granted) {

    private static final Pattern FORM = Pattern.compile("-?(\\*|" + Names.WORD + "(\\." + Names.WORD + ")*(\\.\\*)?)");

    /** Decides alone what others vote about; too much to come along with {@code music.*}. */
    private static final String FORCE = ".force";

    static boolean wellFormed(String statement) {
        return FORM.matcher(statement).matches();
    }

    static boolean takesAway(String statement) {
        return statement.startsWith("-");
    }

    /** The same with the opposite meaning. */
    static String opposite(String statement) {
        return takesAway(statement) ? statement.substring(1) : "-" + statement;
    }

    static Statements of(Collection<String> statements) {
        Map<String, Boolean> granted = new HashMap<>();
        for (String statement : statements) {
            boolean grants = !takesAway(statement);
            String subject = grants ? statement : statement.substring(1);
            granted.merge(subject.replace("*", ""), grants, Boolean::logicalAnd);
        }
        return new Statements(Map.copyOf(granted));
    }

    /** What the most exact statement about {@code permission} says; empty when there is none. */
    Optional<Boolean> about(String permission) {
        @Nullable Boolean says = granted.get(permission);
        boolean force = permission.endsWith(FORCE);
        for (int dot = permission.lastIndexOf('.');
                says == null && dot >= 0;
                dot = permission.lastIndexOf('.', dot - 1)) {
            @Nullable Boolean below = granted.get(permission.substring(0, dot + 1));
            says = (force && Boolean.TRUE.equals(below)) ? null : below;
        }
        return Optional.ofNullable(says == null ? granted.get("") : says);
    }
}
