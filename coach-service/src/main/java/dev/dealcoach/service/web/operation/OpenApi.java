package dev.dealcoach.service.web.operation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dealcoach.service.access.Allowed;
import dev.dealcoach.service.access.OpenToAll;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.web.Problem;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Describes resources as OpenAPI 3.1: every address that programs use, its parameters, bodies and
 * answers by their Java types, and for whom it is ({@code x-roles}). Pages for people are not part
 * of the interface. Not thread-safe.
 */
final class OpenApi {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final List<Class<?>> resources;
  private final Schemas schemas = new Schemas();

  OpenApi(List<Class<?>> resources) {
    this.resources = resources;
  }

  ObjectNode document() {
    ObjectNode document = JSON.objectNode();
    document.put("openapi", "3.1.0");
    ObjectNode info = document.putObject("info");
    info.put("title", "Dealcoach");
    info.put("version", "1");
    info.put(
        "description",
        "Instants are ISO 8601 in UTC, days ISO 8601. Lists come in pages: `next` of one is `after`"
            + " of the following. A creation under an Idempotency-Key happens once. Problems are"
            + " application/problem+json (RFC 9457).");
    document.putObject("paths").setAll(paths());
    ObjectNode components = document.putObject("components");
    schemas.of(Problem.class);
    components.putObject("schemas").setAll(schemas.all());
    ObjectNode schemes = components.putObject("securitySchemes");
    schemes.putObject("token").put("type", "http").put("scheme", "bearer");
    schemes
        .putObject("session")
        .put("type", "apiKey")
        .put("in", "cookie")
        .put("name", "coach_session");
    return document;
  }

  private Map<String, ObjectNode> paths() {
    Map<String, ObjectNode> paths = new TreeMap<>();
    List<Class<?>> sorted =
        resources.stream()
            .filter(type -> type.isAnnotationPresent(Path.class))
            .sorted(Comparator.comparing(Class::getName))
            .toList();
    for (Class<?> type : sorted) {
      Method[] methods = type.getMethods();
      java.util.Arrays.sort(methods, Comparator.comparing(Method::getName));
      for (Method method : methods) {
        for (Annotation annotation : method.getAnnotations()) {
          HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
          String path = path(type, method);
          if (verb != null && path.startsWith("/api/")) {
            paths
                .computeIfAbsent(path, fresh -> JSON.objectNode())
                .set(verb.value().toLowerCase(Locale.ROOT), operation(type, method, path));
          }
        }
      }
    }
    return paths;
  }

  static String path(Class<?> type, Method method) {
    Path below = method.getAnnotation(Path.class);
    String path =
        "/"
            + strip(type.getAnnotation(Path.class).value())
            + (below == null ? "" : "/" + strip(below.value()));
    return path.replaceAll("//+", "/");
  }

  private static String strip(String path) {
    return path.replaceAll("^/|/$", "");
  }

  private ObjectNode operation(Class<?> type, Method method, String path) {
    ObjectNode operation = JSON.objectNode();
    operation.put("operationId", type.getSimpleName() + "." + method.getName());
    operation.putArray("tags").add(type.getSimpleName().replace("Resource", ""));
    security(operation, type, method);
    ArrayNode parameters = JSON.arrayNode();
    for (Parameter parameter : method.getParameters()) {
      parameter(parameters, parameter);
    }
    if (!parameters.isEmpty()) {
      operation.set("parameters", parameters);
    }
    body(operation, type, method);
    ObjectNode responses = operation.putObject("responses");
    answer(responses, type, method);
    responses
        .putObject("default")
        .put("description", "a problem")
        .putObject("content")
        .putObject("application/problem+json")
        .set("schema", schemas.of(Problem.class));
    if (path.endsWith("/events")) {
      operation.put("description", "Server-sent events.");
    }
    return operation;
  }

  private static void security(ObjectNode operation, Class<?> type, Method method) {
    Allowed allowed = method.getAnnotation(Allowed.class);
    if (allowed == null && !method.isAnnotationPresent(OpenToAll.class)) {
      allowed = type.getAnnotation(Allowed.class);
    }
    ArrayNode security = operation.putArray("security");
    if (allowed != null) {
      security.addObject().putArray("token");
      security.addObject().putArray("session");
      ArrayNode roles = operation.putArray("x-roles");
      for (Role role : allowed.value()) {
        roles.add(role.id());
      }
    }
  }

  private void parameter(ArrayNode parameters, Parameter parameter) {
    PathParam path = parameter.getAnnotation(PathParam.class);
    QueryParam query = parameter.getAnnotation(QueryParam.class);
    HeaderParam header = parameter.getAnnotation(HeaderParam.class);
    if (path != null) {
      parameter(parameters, path.value(), "path", parameter).put("required", true);
    } else if (query != null) {
      parameter(parameters, query.value(), "query", parameter);
    } else if (header != null) {
      parameter(parameters, header.value(), "header", parameter);
    }
  }

  private ObjectNode parameter(ArrayNode all, String name, String in, Parameter parameter) {
    ObjectNode described = all.addObject().put("name", name).put("in", in);
    described.set("schema", schemas.of(parameter.getParameterizedType()));
    return described;
  }

  private void body(ObjectNode operation, Class<?> type, Method method) {
    Consumes consumes =
        method.isAnnotationPresent(Consumes.class)
            ? method.getAnnotation(Consumes.class)
            : type.getAnnotation(Consumes.class);
    if (consumes == null) {
      return;
    }
    ObjectNode form = JSON.objectNode();
    for (Parameter parameter : method.getParameters()) {
      FormParam field = parameter.getAnnotation(FormParam.class);
      if (field != null) {
        form.set(field.value(), schemas.of(parameter.getParameterizedType()));
      }
    }
    for (Parameter parameter : method.getParameters()) {
      // a parameter that says nothing of where it comes from is the body
      if (parameter.getAnnotations().length == 0 || !form.isEmpty()) {
        ObjectNode content = operation.putObject("requestBody").putObject("content");
        for (String media : consumes.value()) {
          content
              .putObject(media)
              .set(
                  "schema",
                  form.isEmpty()
                      ? schema(media, parameter)
                      : JSON.objectNode().put("type", "object").set("properties", form));
        }
        return;
      }
    }
  }

  private ObjectNode schema(String media, Parameter parameter) {
    if (media.startsWith(MediaType.MULTIPART_FORM_DATA)) {
      ObjectNode form = JSON.objectNode().put("type", "object");
      form.putObject("properties")
          .putObject("file")
          .put("type", "string")
          .put("contentMediaType", "application/octet-stream");
      return form;
    }
    return media.startsWith(MediaType.APPLICATION_JSON)
        ? schemas.of(parameter.getParameterizedType())
        : JSON.objectNode().put("type", "string");
  }

  private void answer(ObjectNode responses, Class<?> type, Method method) {
    Class<?> returned = method.getReturnType();
    if (returned == void.class) {
      responses.putObject("204").put("description", "done");
      return;
    }
    ObjectNode answer = responses.putObject("2XX").put("description", "the answer");
    Produces produces =
        method.isAnnotationPresent(Produces.class)
            ? method.getAnnotation(Produces.class)
            : type.getAnnotation(Produces.class);
    if (produces != null) {
      for (String media : produces.value()) {
        ObjectNode content = answer.withObject("/content").putObject(media);
        if (returned != Response.class) {
          content.set("schema", schemas.of(method.getGenericReturnType()));
        }
      }
    }
  }
}
