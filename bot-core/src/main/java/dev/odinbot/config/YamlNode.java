package dev.odinbot.config;

import java.util.List;

/** What a YAML file says, and where. */
sealed interface YamlNode {

    Position position();

    /** What a person would call it. */
    String description();

    record Scalar(String text, Kind kind, Position position) implements YamlNode {

        /** Short literal texts are shown, longer ones and those of variables are not: they may be an access key. */
        private static final int SHOWN_LENGTH = 20;

        @Override
        public String description() {
            return switch (kind) {
                case NUMBER, BOOLEAN -> text;
                case TEXT -> text.length() <= SHOWN_LENGTH ? "the text \"" + text + "\"" : "a text";
                case FROM_VARIABLE -> "the value of a variable";
                case ALIAS -> "a reference";
                case NONE, BROKEN -> "nothing";
            };
        }

        @Override
        public String toString() {
            return "Scalar[" + kind + " at " + position + "]";
        }
    }

    enum Kind {
        TEXT,
        NUMBER,
        BOOLEAN,
        /** A text into which variables have been put; may stand for a number. */
        FROM_VARIABLE,
        /** Nothing at all, or {@code ~}. */
        NONE,
        /** {@code *name}, which stands for another value in YAML, but not here. */
        ALIAS,
        /** Already reported. */
        BROKEN
    }

    record Mapping(List<Entry> entries, Position position) implements YamlNode {

        static Mapping empty(Position position) {
            return new Mapping(List.of(), position);
        }

        @Override
        public String description() {
            return "a section";
        }
    }

    record Entry(String key, Position position, YamlNode value) {}

    record Sequence(List<YamlNode> items, Position position) implements YamlNode {
        @Override
        public String description() {
            return "a list";
        }
    }
}
