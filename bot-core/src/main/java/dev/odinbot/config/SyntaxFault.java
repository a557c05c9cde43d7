package dev.odinbot.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * What the YAML parser stumbled over, in words for a person. The parser's own message quotes the line, which may hold an
 * access key, so it is never passed on.
 */
record SyntaxFault(Position position, String problem, String remedy) {

    static SyntaxFault of(JsonProcessingException e) {
        if (e.getCause() instanceof MarkedYAMLException marked) {
            return of(marked);
        }
        Position position = e.getLocation() == null
                ? Position.WHOLE_FILE
                : new Position(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
        if (e instanceof StreamConstraintsException) {
            return new SyntaxFault(position, "the nesting is too deep, or a value too long", "Is this a config file?");
        }
        return new SyntaxFault(
                position, "this is not YAML", "Look for control characters, or a list or section in place of a key.");
    }

    private static SyntaxFault of(MarkedYAMLException e) {
        String problem = String.valueOf(e.getProblem());
        String context = String.valueOf(e.getContext());
        if (problem.contains("TAB")) {
            return new SyntaxFault(at(e.getProblemMark()), "a tab in the indentation", "Indent with spaces.");
        }
        if (context.contains("quoted scalar") && problem.contains("end of stream")) {
            return new SyntaxFault(at(e.getContextMark()), "this quote is never closed", "Add the closing quote.");
        }
        if (problem.contains("escape")) {
            return new SyntaxFault(
                    at(e.getProblemMark()), "an unknown escape", "Write \\\\ for a backslash, or use single quotes.");
        }
        if (problem.startsWith("mapping values are not allowed")) {
            return new SyntaxFault(
                    at(e.getProblemMark()),
                    "a second \": \" in this value, or the wrong indentation",
                    "Put a value that contains \": \" in quotes, and indent the keys of a section alike.");
        }
        if (context.contains("flow")) {
            return new SyntaxFault(
                    at(e.getProblemMark()),
                    "a list or section in brackets is not closed or not separated by commas here",
                    "Close the bracket; inside brackets put ${VARIABLES} in quotes.");
        }
        if (context.contains("alias") || context.contains("token")) {
            return new SyntaxFault(
                    at(e.getProblemMark()),
                    "a value cannot begin like this",
                    "Put a value that begins with one of * & ! % @ ` in quotes.");
        }
        return new SyntaxFault(
                at(e.getProblemMark()),
                "this does not fit what is above it",
                "Indent the keys of a section alike, and begin every element of a list with \"- \".");
    }

    private static Position at(Mark mark) {
        return new Position(mark.getLine() + 1, mark.getColumn() + 1);
    }

    void addTo(FaultLog log) {
        log.add(position, "", problem, remedy);
    }
}
