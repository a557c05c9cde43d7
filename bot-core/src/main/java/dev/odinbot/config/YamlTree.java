package dev.odinbot.config;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import dev.odinbot.config.YamlNode.Entry;
import dev.odinbot.config.YamlNode.Kind;
import dev.odinbot.config.YamlNode.Mapping;
import dev.odinbot.config.YamlNode.Scalar;
import dev.odinbot.config.YamlNode.Sequence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads YAML into nodes that know their place. Jackson's own binding stops at the first fault and is a token late with
 * its position, so it is used for the tokens only.
 */
final class YamlTree {

    private static final YAMLFactory YAML = new YAMLFactory();

    private final YAMLParser parser;
    private final FaultLog log;

    private YamlTree(YAMLParser parser, FaultLog log) {
        this.parser = parser;
        this.log = log;
    }

    /** @throws ConfigException when the text is not YAML with a section at its top; nothing beyond that place is known */
    static Mapping parse(String text, FaultLog log) {
        try (YAMLParser parser = YAML.createParser(text)) {
            return new YamlTree(parser, log).document();
        } catch (JsonProcessingException e) {
            SyntaxFault.of(e).addTo(log);
            throw log.exception();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a String cannot fail to be read
        }
    }

    private Mapping document() throws IOException {
        JsonToken first = parser.nextToken();
        if (first == null) {
            return Mapping.empty(Position.WHOLE_FILE);
        }
        YamlNode root = node(first);
        if (parser.nextToken() != null) {
            log.add(position(), "", "a second document begins here", "Remove the line --- and what follows.");
        }
        if (root instanceof Mapping mapping) {
            return mapping;
        }
        log.add(
                root.position(),
                "",
                "expected keys and values, found " + root.description(),
                "Write for instance \"rooms: []\".");
        throw log.exception();
    }

    private YamlNode node(@Nullable JsonToken token) throws IOException {
        if (token == JsonToken.START_OBJECT) {
            return mapping();
        }
        return token == JsonToken.START_ARRAY ? sequence() : scalar(token);
    }

    private Mapping mapping() throws IOException {
        Position position = position();
        List<Entry> entries = new ArrayList<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            Position keyPosition = position();
            entries.add(new Entry(key, keyPosition, node(parser.nextToken())));
        }
        return new Mapping(List.copyOf(entries), position);
    }

    private Sequence sequence() throws IOException {
        Position position = position();
        List<YamlNode> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            items.add(node(token));
        }
        return new Sequence(List.copyOf(items), position);
    }

    private Scalar scalar(@Nullable JsonToken token) throws IOException {
        Kind kind = parser.isCurrentAlias() ? Kind.ALIAS : kind(token);
        return new Scalar(parser.getText(), kind, position());
    }

    private static Kind kind(@Nullable JsonToken token) {
        if (token == JsonToken.VALUE_NULL) {
            return Kind.NONE;
        }
        if (token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE) {
            return Kind.BOOLEAN;
        }
        return token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT ? Kind.NUMBER : Kind.TEXT;
    }

    private Position position() {
        JsonLocation location = parser.currentTokenLocation();
        return new Position(location.getLineNr(), location.getColumnNr());
    }
}
