package dev.odinbot.signature;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The value of {@link dev.odinbot.api.command.Command}: words, then places of arguments. */
record CommandPattern(String words, List<Place> places) {

    private static final Pattern PLACE = Pattern.compile("<(\\w+)(\\.\\.\\.)?>|\\[(\\w+)(\\.\\.\\.)?]");

    /** Where an argument stands. */
    record Place(String name, boolean required, boolean repeated) {
        @Override
        public String toString() {
            String inner = name + (repeated ? "..." : "");
            return required ? "<" + inner + ">" : "[" + inner + "]";
        }
    }

    static CommandPattern parse(String declaration, Fault.Collector faults) {
        List<String> words = new ArrayList<>();
        List<Place> places = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (String part : Names.split(declaration)) {
            if (part.indexOf('<') < 0 && part.indexOf('[') < 0) {
                if (places.isEmpty()) {
                    words.add(part);
                } else {
                    faults.add("word '" + part + "' comes after an argument; a command's words come first, and an "
                            + "argument is <required> or [optional]");
                }
                continue;
            }
            Matcher matcher = PLACE.matcher(part);
            if (!matcher.matches()) {
                faults.add("'" + part + "' is none of <required>, [optional], <repeated...> and [repeated...]");
                continue;
            }
            Place place = matcher.group(1) == null
                    ? new Place(matcher.group(3), false, matcher.group(4) != null)
                    : new Place(matcher.group(1), true, matcher.group(2) != null);
            checkOrder(places, place, faults);
            if (!names.add(place.name())) {
                faults.add("argument '" + place.name() + "' is named twice");
            }
            places.add(place);
        }
        return new CommandPattern(Names.words(words, faults), List.copyOf(places));
    }

    private static void checkOrder(List<Place> places, Place next, Fault.Collector faults) {
        if (places.isEmpty()) {
            return;
        }
        Place before = places.get(places.size() - 1);
        if (before.repeated()) {
            faults.add("argument '" + next.name() + "' comes after " + before + ", which takes all that is left");
        } else if (next.required() && !before.required()) {
            faults.add("required argument '" + next.name() + "' comes after an optional one");
        }
    }

    String usage() {
        StringBuilder usage = new StringBuilder(words);
        places.forEach(place -> usage.append(' ').append(place));
        return usage.toString();
    }
}
