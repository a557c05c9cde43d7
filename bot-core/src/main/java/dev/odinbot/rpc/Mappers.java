package dev.odinbot.rpc;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.MapperBuilder;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.msgpack.jackson.dataformat.ExtensionTypeCustomDeserializers;
import org.msgpack.jackson.dataformat.MessagePackFactory;
import org.msgpack.jackson.dataformat.MessagePackMapper;

/** How records and bytes become each other, on both wires: strict about types, indifferent to unknown fields. */
final class Mappers {

    static final int MAX_DEPTH = 32;
    static final int MAX_BYTES = 1024 * 1024;

    static final ObjectMapper MESSAGE_PACK = configure(MessagePackMapper.builder(messagePackFactory()));
    static final ObjectMapper JSON = configure(
                    JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS))
            .registerModule(new SimpleModule("bytes").addSerializer(byte[].class, new BytesSerializer()));

    static {
        JSON.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .maxStringLength(MAX_BYTES)
                        .maxDocumentLength(MAX_BYTES)
                        .build());
    }

    private Mappers() {}

    private static MessagePackFactory messagePackFactory() {
        // Not reused: a reader thread would hold its last frame for ever.
        MessagePackFactory factory = new MessagePackFactory().setReuseResourceInParser(false);
        ExtensionTypeCustomDeserializers extensions = new ExtensionTypeCustomDeserializers();
        // The vendor's encoder writes JavaScript's undefined as extension 0; the protocol has no use for any other.
        for (int type = Byte.MIN_VALUE; type <= Byte.MAX_VALUE; type++) {
            extensions.addCustomDeser((byte) type, bytes -> null);
        }
        factory.setExtTypeCustomDesers(extensions);
        return factory;
    }

    private static <M extends ObjectMapper, B extends MapperBuilder<M, B>> M configure(B builder) {
        return builder.annotationIntrospector(new Required())
                .addModule(new SimpleModule()
                        .addDeserializer(byte[].class, new BytesDeserializer())
                        .addDeserializer(String.class, new TextDeserializer()))
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .build();
    }

    /** In JSON, bytes are lists of small numbers, for instance in the gateway's RoomSendMessage. */
    private static final class BytesSerializer extends JsonSerializer<byte[]> {

        @Override
        public void serialize(byte[] bytes, JsonGenerator generator, SerializerProvider provider) throws IOException {
            generator.writeStartArray();
            for (byte value : bytes) {
                generator.writeNumber(value & 0xff);
            }
            generator.writeEndArray();
        }
    }

    /** Bytes are MessagePack bin, or lists of small numbers; a string is not quietly read as Base64. */
    private static final class BytesDeserializer extends JsonDeserializer<byte[]> {

        @Override
        public byte[] deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (parser.currentToken() == JsonToken.VALUE_EMBEDDED_OBJECT
                    && parser.getEmbeddedObject() instanceof byte[] bytes) {
                return bytes;
            }
            if (parser.currentToken() != JsonToken.START_ARRAY) {
                context.reportInputMismatch(this, "not bytes");
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT) {
                    context.reportInputMismatch(this, "not bytes");
                }
                bytes.write(parser.getByteValue());
            }
            return bytes.toByteArray();
        }
    }

    /** Jackson would read numbers as text, and bytes as their Base64. */
    private static final class TextDeserializer extends JsonDeserializer<String> {

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (parser.currentToken() != JsonToken.VALUE_STRING) {
                context.reportInputMismatch(this, "not text");
            }
            return parser.getText();
        }
    }
}
