package dev.odinbot.permission;

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

    private static final String WORD = "[\\p{L}\\p{N}][\\p{L}\\p{N}_-]*";
    private static final Pattern FORM = Pattern.compile("-?(\\*|" + WORD + "(\\." + WORD + ")*(\\.\\*)?)");

    static boolean wellFormed(String statement) {
        return FORM.matcher(statement).matches();
    }

    /** The same with the opposite meaning. */
    static String opposite(String statement) {
        return statement.startsWith("-") ? statement.substring(1) : "-" + statement;
    }

    static Statements of(Collection<String> statements) {
        Map<String, Boolean> granted = new HashMap<>();
        for (String statement : statements) {
            boolean grants = !statement.startsWith("-");
            String subject = grants ? statement : statement.substring(1);
            granted.merge(subject.replace("*", ""), grants, Boolean::logicalAnd);
        }
        return new Statements(Map.copyOf(granted));
    }

    /** What the most exact statement about {@code permission} says; empty when there is none. */
    Optional<Boolean> about(String permission) {
        @Nullable Boolean says = granted.get(permission);
        for (int dot = permission.lastIndexOf('.');
                says == null && dot >= 0;
                dot = permission.lastIndexOf('.', dot - 1)) {
            says = granted.get(permission.substring(0, dot + 1));
        }
        return Optional.ofNullable(says == null ? granted.get("") : says);
    }
}
