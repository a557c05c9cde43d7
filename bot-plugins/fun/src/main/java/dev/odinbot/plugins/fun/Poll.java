package dev.odinbot.plugins.fun;

import dev.odinbot.api.room.UserId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A question with its answers and the voices for them, one a user. Any thread. */
final class Poll {

    private final UserId author;
    private final String question;
    private final List<String> options;
    private final Map<UserId, Integer> voices = new LinkedHashMap<>();

    Poll(UserId author, String question, List<String> options) {
        this.author = author;
        this.question = question;
        this.options = List.copyOf(options);
    }

    UserId author() {
        return author;
    }

    String question() {
        return question;
    }

    List<String> options() {
        return options;
    }

    /** @param option from 1. @return whether the user had a voice for another one before */
    synchronized boolean vote(UserId user, int option) {
        Integer before = voices.put(user, option);
        return before != null && before != option;
    }

    /** How many voices each option has, in their order. */
    synchronized List<Integer> counts() {
        List<Integer> counts = new ArrayList<>();
        for (int option = 1; option <= options.size(); option++) {
            int wanted = option;
            counts.add((int)
                    voices.values().stream().filter(voice -> voice == wanted).count());
        }
        return counts;
    }
}
