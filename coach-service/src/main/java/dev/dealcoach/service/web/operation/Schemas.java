package dev.dealcoach.service.web.operation;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.InputStream;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Java types as JSON schemas; records are described once and referred to. Not thread-safe. */
final class Schemas {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Map<String, ObjectNode> records = new TreeMap<>();

  /** The records that were met, by name. */
  Map<String, ObjectNode> all() {
    return records;
  }

  ObjectNode of(Type type) {
    return of(type, Map.of());
  }

  private ObjectNode of(Type type, Map<String, Type> variables) {
    return switch (type) {
      case ParameterizedType generic -> generic(generic, variables);
      case TypeVariable<?> variable ->
          variables.containsKey(variable.getName())
              ? of(variables.get(variable.getName()))
              : JSON.objectNode();
      case WildcardType wild -> of(wild.getUpperBounds()[0], variables);
      case Class<?> plain -> plain(plain, variables);
      default -> JSON.objectNode();
    };
  }

  private ObjectNode generic(ParameterizedType type, Map<String, Type> variables) {
    Class<?> raw = (Class<?>) type.getRawType();
    Type[] of = type.getActualTypeArguments();
    if (Collection.class.isAssignableFrom(raw)) {
      ObjectNode array = JSON.objectNode().put("type", "array");
      array.set("items", of(of[0], variables));
      return array;
    }
    if (Map.class.isAssignableFrom(raw)) {
      ObjectNode object = JSON.objectNode().put("type", "object");
      object.set("additionalProperties", of(of[1], variables));
      return object;
    }
    Map<String, Type> inner = new TreeMap<>(variables);
    for (int i = 0; i < of.length; i++) {
      inner.put(raw.getTypeParameters()[i].getName(), of[i]);
    }
    return plain(raw, inner);
  }

  private ObjectNode plain(Class<?> type, Map<String, Type> variables) {
    ObjectNode schema = JSON.objectNode();
    if (type == String.class || type == char.class) {
      return schema.put("type", "string");
    } else if (type == UUID.class) {
      return schema.put("type", "string").put("format", "uuid");
    } else if (type == Instant.class) {
      return schema.put("type", "string").put("format", "date-time");
    } else if (type == LocalDate.class) {
      return schema.put("type", "string").put("format", "date");
    } else if (type == boolean.class || type == Boolean.class) {
      return schema.put("type", "boolean");
    } else if (type == int.class
        || type == long.class
        || type == Integer.class
        || type == Long.class) {
      return schema.put("type", "integer");
    } else if (type == double.class || Number.class.isAssignableFrom(type)) {
      return schema.put("type", "number");
    } else if (type.isEnum()) {
      ArrayNode values = schema.put("type", "string").putArray("enum");
      for (Object each : type.getEnumConstants()) {
        values.add(each.toString());
      }
      return schema;
    } else if (type.isRecord()) {
      return record(type, variables);
    } else if (JsonNode.class.isAssignableFrom(type) || InputStream.class.isAssignableFrom(type)) {
      return schema.put("type", "object");
    }
    return schema;
  }

  private ObjectNode record(Class<?> type, Map<String, Type> variables) {
    if (!variables.isEmpty()) {
      return object(type, variables);
    }
    String outer = type.getEnclosingClass() == null ? "" : type.getEnclosingClass().getSimpleName();
    String name =
        type.getSimpleName().toLowerCase(Locale.ROOT).equals("body")
            ? outer.replace("Resource", "")
            : type.getSimpleName().replaceAll("Body$", "");
    if (!records.containsKey(name)) {
      records.put(name, JSON.objectNode()); // a record may hold its own kind
      records.put(name, object(type, variables));
    }
    return JSON.objectNode().put("$ref", "#/components/schemas/" + name);
  }

  private ObjectNode object(Class<?> type, Map<String, Type> variables) {
    ObjectNode object = JSON.objectNode().put("type", "object");
    ObjectNode properties = object.putObject("properties");
    ArrayNode required = JSON.arrayNode();
    for (RecordComponent part : type.getRecordComponents()) {
      boolean raw = part.getAccessor().isAnnotationPresent(JsonRawValue.class);
      properties.set(
          part.getName(), raw ? JSON.objectNode() : of(part.getGenericType(), variables));
      if (!part.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
        required.add(part.getName());
      }
    }
    if (!required.isEmpty()) {
      object.set("required", required);
    }
    return object;
  }
}
