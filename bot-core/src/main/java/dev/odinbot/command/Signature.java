package dev.odinbot.command;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the value of {@link dev.odinbot.api.command.Command} says: a name and arguments. */
record Signature(String name, List<Slot> slots, String usage) {

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}_-]*");
    private static final Pattern SLOT = Pattern.compile("<(\\w+)>|\\[(\\w+)]");

    /** One argument's place. */
    record Slot(String name, boolean required) {}

    /** Reads {@code declaration}; what is wrong with it goes to {@code faults}. */
    static Signature parse(String declaration, List<String> faults) {
        String[] words = declaration.strip().split("\\s+");
        String name = name(words[0], faults);
        List<Slot> slots = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String word : List.of(words).subList(1, words.length)) {
            Matcher slot = SLOT.matcher(word);
            if (!slot.matches()) {
                faults.add("'" + word + "' is neither <required> nor [optional]");
                continue;
            }
            boolean required = slot.group(1) != null;
            String argument = required ? slot.group(1) : slot.group(2);
            if (!seen.add(argument)) {
                faults.add("argument '" + argument + "' is named twice");
            }
            if (required && !slots.isEmpty() && !slots.get(slots.size() - 1).required()) {
                faults.add("required argument '" + argument + "' comes after an optional one");
            }
            slots.add(new Slot(argument, required));
        }
        return new Signature(name, slots, String.join(" ", words));
    }

    /** The name as it is looked up: case does not matter. */
    static String name(String name, List<String> faults) {
        if (!NAME.matcher(name).matches() || name.codePoints().noneMatch(Character::isLetter)) {
            faults.add("'" + name + "' is no name for a command: letters, digits, - and _, at least one letter");
        }
        return fold(name);
    }

    static String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
