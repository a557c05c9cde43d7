package dev.odinbot.signature;

import java.util.ArrayList;
import java.util.List;

/**
 * What does not fit in a method's declaration.
 *
 * @param parameter where; empty = the method itself
 * @param problem a sentence's middle: what is wrong and what would be right
 */
public record Fault(String parameter, String problem) {

    /** Collects the faults of one method. */
    static final class Collector {

        private final List<Fault> faults = new ArrayList<>();

        void add(String problem) {
            add("", problem);
        }

        void add(String parameter, String problem) {
            faults.add(new Fault(parameter, problem));
        }

        boolean none() {
            return faults.isEmpty();
        }

        List<Fault> all() {
            return List.copyOf(faults);
        }
    }
}
