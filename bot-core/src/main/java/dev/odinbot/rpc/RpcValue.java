package dev.odinbot.rpc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Params or a result as they were received: well-formed, but not yet known to be what we expect. Immutable. */
public final class RpcValue {

    private final ObjectMapper mapper;
    private final JsonNode node;

    RpcValue(ObjectMapper mapper, JsonNode node) {
        this.mapper = mapper;
        this.node = node;
    }

    public boolean isNil() {
        return node.isNull() || node.isMissingNode();
    }

    /**
     * The value as a record; nil counts as an empty map. Fields go by their snake_case names, unknown ones ignored, missing ones only where the component
     * is nullable.
     */
    public <T> Decoded<T> as(Class<T> type) {
        if (!isNil() && !node.isObject()) {
            return new Decoded.Invalid<>(type.getSimpleName() + ": not a map");
        }
        try {
            return new Decoded.Value<>(mapper.treeToValue(isNil() ? mapper.createObjectNode() : node, type));
        } catch (JsonMappingException e) {
            return new Decoded.Invalid<>(type.getSimpleName() + path(e) + ": missing or of the wrong type");
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return new Decoded.Invalid<>(type.getSimpleName() + ": unreadable");
        }
    }

    JsonNode node() {
        return node;
    }

    private static String path(JsonMappingException e) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : e.getPath()) {
            if (step.getFieldName() != null) {
                path.append('.').append(step.getFieldName());
            } else {
                path.append('[').append(step.getIndex()).append(']');
            }
        }
        return path.toString();
    }

    /** Only the shape: values may be secret. */
    @Override
    public String toString() {
        return "RpcValue[" + node.getNodeType() + " of " + node.size() + "]";
    }
}
