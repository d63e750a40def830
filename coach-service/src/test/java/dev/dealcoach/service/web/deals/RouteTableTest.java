package dev.dealcoach.service.web.deals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.web.deals.RunningService.Browser;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The table of roles and routes. Every route that the service has must stand in it, and every one
 * is tried by every role and by nobody.
 */
class RouteTableTest {
  /** What the package of the pages without accounts has; open to all as long as it is there. */
  private static final String WITHOUT_ACCOUNTS = "dev.dealcoach.service.web";

  /** R rep, M manager, T trainer, A administrator, * everybody without signing in. */
  private static final String TABLE =
      """
      GET /sign-in *
      POST /sign-in *
      POST /sign-out RMTA
      GET /start RMTA
      GET /account RMTA
      POST /account/password RMTA
      POST /account/spoken-language RM
      POST /account/tokens RMTA
      POST /account/tokens/{id}/withdraw RMTA
      GET /team M
      GET /team/people/{id} M
      GET /manage/users A
      POST /manage/users A
      GET /manage/users/{id} A
      POST /manage/users/{id} A
      POST /manage/users/{id}/active A
      POST /manage/users/{id}/password A
      POST /manage/users/{id}/team A
      POST /manage/users/{id}/memberships/{membership}/end A
      GET /manage/teams A
      POST /manage/teams A
      POST /manage/teams/{id} A
      POST /manage/users/{id}/erase A
      GET /manage/settings A
      POST /manage/settings A
      GET /manage/jobs A
      POST /manage/jobs/{id}/again A
      POST /manage/jobs/recordings/{id}/again A
      GET /manage/system A
      GET /manage/audit A
      GET /deals RM
      POST /deals RM
      GET /deals/{id} RM
      POST /deals/{id} RM
      POST /deals/{id}/statements RM
      GET /deals/{deal}/reviews/{id} RM
      GET /api/v1/me RMTA
      POST /api/v1/me/password RMTA
      GET /api/v1/me/spoken-language RM
      PUT /api/v1/me/spoken-language RM
      GET /api/v1/me/tokens RMTA
      POST /api/v1/me/tokens RMTA
      DELETE /api/v1/me/tokens/{id} RMTA
      GET /api/v1/accounts A
      POST /api/v1/accounts A
      PUT /api/v1/accounts/{id} A
      POST /api/v1/accounts/{id}/team A
      GET /api/v1/accounts/{id}/memberships A
      GET /api/v1/teams A
      POST /api/v1/teams A
      PUT /api/v1/teams/{id} A
      GET /api/v1/teams/{id}/members A
      POST /api/v1/teams/{id}/members A
      POST /api/v1/memberships/{id}/end A
      GET /api/v1/audit A
      GET /api/v1/jobs A
      POST /api/v1/jobs/{id}/again A
      POST /api/v1/jobs/recordings/{id}/again A
      GET /api/v1/storage A
      GET /api/v1/team M
      GET /api/v1/team/export M
      GET /api/v1/team/people/{id}/reviews M
      GET /api/v1/team/people/{id}/contacts M
      GET /api/v1/team/people/{id}/figures M
      GET /api/v1/team/people/{id}/export M
      GET /api/v1/settings A
      PUT /api/v1/settings/{name} A
      POST /api/v1/erasures A
      GET /api/v1/health A
      GET /api/v1/metrics A
      GET /api/v1/openapi.json *
      GET /api/v1/deals RM
      POST /api/v1/deals RM
      GET /api/v1/deals/{id} RM
      PUT /api/v1/deals/{id} RM
      GET /api/v1/deals/{id}/statements RM
      POST /api/v1/deals/{id}/statements RM
      GET /api/v1/deals/{id}/reviews RM
      GET /api/v1/deals/{id}/events RM
      POST /api/v1/deals/{id}/proposals RM
      GET /deals/{id}/contacts/new RM
      GET /deals/{deal}/contacts/{id} RM
      GET /deals/{deal}/contacts/{id}/summary RM
      GET /api/v1/deals/{id}/contacts RM
      POST /api/v1/deals/{id}/contacts RM
      GET /api/v1/contacts RM
      GET /api/v1/contacts/{id} RM
      POST /api/v1/contacts/{id}/summaries RM
      GET /api/v1/contacts/{id}/report.json RM
      GET /record RM
      GET /record/worker.js *
      GET /api/v1/deals/{id}/recordings RM
      POST /api/v1/deals/{id}/recordings RM
      GET /api/v1/recordings/{id} RM
      GET /api/v1/recordings/{id}/events RM
      GET /api/v1/recordings/{id}/audio RM
      POST /api/v1/recordings/{id}/corrections RM
      GET /api/v1/contacts/{id}/recording RM
      GET /api/v1/contacts/{id}/photo RM
      POST /api/v1/contacts/{id}/statements RM
      GET /manage/speech A
      GET /manage/speech/state A
      POST /manage/speech/install A
      POST /manage/speech/upload A
      POST /manage/speech/verify A
      GET /notices RMTA
      POST /notices/seen RMTA
      GET /api/v1/notices RMTA
      GET /api/v1/notices/unseen RMTA
      POST /api/v1/notices/seen RMTA
      GET /import RM
      POST /api/v1/imports/deals RM
      POST /api/v1/deals/{id}/mails RM
      GET /alerts RM
      GET /alerts/{id} RM
      POST /alerts/{id}/acknowledge RM
      POST /alerts/{id}/assign RM
      GET /alerts/digest/{day} M
      GET /api/v1/alerts RM
      GET /api/v1/alerts/waiting RM
      GET /api/v1/alerts/{id} RM
      POST /api/v1/alerts/{id}/acknowledgement RM
      POST /api/v1/alerts/{id}/assignment RM
      GET /api/v1/alerts/digests/{day} M
      GET /account/messages RMTA
      POST /account/messages RMTA
      GET /api/v1/me/messages RMTA
      PUT /api/v1/me/messages RMTA
      GET /manage/messages A
      POST /manage/messages/{number}/again A
      GET /api/v1/messages A
      POST /api/v1/messages/{number}/again A
      GET /home RM
      GET /history RM
      GET /api/v1/me/day RM
      GET /api/v1/me/history RM
      GET /deals/{deal}/reviews/{id}/compare RM
      GET /api/v1/reviews/{id}/comparison RM
      GET /api/v1/reviews RM
      GET /api/v1/reviews/{id} RM
      GET /api/v1/reviews/{id}/document RM
      GET /api/v1/reviews/{id}/annotated RM
      GET /api/v1/reviews/{id}/report.json RM
      GET /api/v1/reviews/{id}/examples RM
      GET /api/v1/contacts/{id}/examples RM
      GET /api/v1/examples RMTA
      GET /api/v1/examples/{id} RMTA
      PUT /api/v1/examples/{id}/helped RMTA
      GET /examples RMTA
      GET /examples/{id} RMTA
      POST /examples/{id}/helped RMTA
      POST /api/v1/nominations RM
      POST /api/v1/nominations/preview RM
      GET /workspace T
      GET /workspace/new T
      POST /workspace/new T
      GET /workspace/examples/{id} T
      POST /workspace/examples/{id} T
      POST /workspace/examples/{id}/approve T
      POST /workspace/examples/{id}/send-back T
      POST /workspace/examples/{id}/retire T
      POST /workspace/examples/{id}/reopen T
      POST /workspace/approve-all T
      GET /workspace/figures T
      GET /workspace/import T
      POST /api/v1/imports/examples T
      GET /api/v1/exports/examples T
      GET /api/v1/contacts/{id}/corrections RM
      POST /api/v1/contacts/{id}/corrections M
      GET /api/v1/contacts/{id}/blind M
      POST /api/v1/contacts/{id}/blind M
      POST /api/v1/contacts/{id}/disputes RM
      GET /api/v1/reviews/{id}/corrections RM
      POST /api/v1/reviews/{id}/corrections M
      GET /api/v1/reviews/{id}/blind M
      POST /api/v1/reviews/{id}/blind M
      POST /api/v1/reviews/{id}/disputes RM
      GET /api/v1/disputes MT
      GET /api/v1/disputes/{id} RMT
      GET /api/v1/disputes/{id}/file RM
      POST /api/v1/disputes/{id}/decision MT
      POST /api/v1/disputes/{id}/trainers M
      GET /api/v1/queue M
      GET /api/v1/agreement MT
      GET /api/v1/exports/cases MT
      GET /queue M
      GET /queue/contacts/{id} M
      POST /queue/contacts/{id} M
      GET /queue/reviews/{id} M
      POST /queue/reviews/{id} M
      GET /disputes MT
      GET /disputes/{id} RMT
      POST /disputes/{id} MT
      POST /disputes/{id}/trainers M
      GET /agreement MT
      GET /tasks RM
      POST /tasks M
      GET /tasks/new M
      GET /tasks/{id} RM
      POST /tasks/{id}/state RM
      GET /api/v1/tasks RM
      POST /api/v1/tasks M
      GET /api/v1/tasks/ended RM
      GET /api/v1/tasks/{id} RM
      PUT /api/v1/tasks/{id}/state RM
      GET /brief M
      GET /api/v1/teams/{id}/brief M
      GET /api/v1/teams/{id}/brief/pdf M
      GET /honours RM
      GET /api/v1/honours RM
      GET /replays M
      POST /replays M
      GET /replays/{id} M
      GET /replays/{id}/deals/{deal} M
      POST /replays/{id}/deals/{deal}/marks M
      POST /replays/{id}/deals/{deal}/marks/{mark}/remove M
      POST /replays/{id}/deals/{deal}/actions M
      GET /api/v1/replays M
      POST /api/v1/replays M
      GET /api/v1/replays/{id} M
      GET /api/v1/replays/{id}/deals/{deal} M
      POST /api/v1/replays/{id}/deals/{deal}/marks M
      DELETE /api/v1/replays/{id}/marks/{mark} M
      POST /api/v1/replays/{id}/deals/{deal}/actions M
      GET /workspace/packs T
      POST /workspace/packs T
      GET /workspace/packs/{id} T
      POST /workspace/packs/{id}/submit T
      POST /workspace/packs/{id}/send-back T
      POST /workspace/packs/{id}/publish T
      POST /workspace/packs/{id}/enforce T
      POST /workspace/packs/{id}/retire T
      POST /workspace/packs/{id}/discard T
      GET /workspace/packs/{id}/files T
      POST /workspace/packs/{id}/files T
      GET /workspace/packs/{id}/files/zip T
      POST /workspace/packs/{id}/files/zip T
      POST /workspace/packs/{id}/trials T
      GET /workspace/packs/{id}/trials/{trial} T
      GET /workspace/packs/{id}/trials/{trial}/items/{place} T
      POST /workspace/packs/{id}/trials/{trial}/stop T
      GET /api/v1/packs T
      POST /api/v1/packs T
      GET /api/v1/packs/{id} T
      GET /api/v1/packs/{id}/file T
      PUT /api/v1/packs/{id}/file T
      POST /api/v1/packs/{id}/steps T
      GET /api/v1/packs/{id}/trials T
      POST /api/v1/packs/{id}/trials T
      GET /api/v1/packs/{id}/trials/{trial} T
      """;

  @TempDir static java.nio.file.Path folder;
  private static RunningService service;

  @BeforeAll
  static void start() throws Exception {
    service = new RunningService(folder.resolve("data"));
  }

  @AfterAll
  static void stop() {
    if (service != null) {
      service.close();
    }
  }

  /** Route → who may use it. */
  private static Map<String, String> table() {
    Map<String, String> table = new LinkedHashMap<>();
    TABLE
        .lines()
        .forEach(
            line -> {
              String[] words = line.split(" ");
              table.put(words[0] + " " + words[1], words[2]);
            });
    return table;
  }

  /** Route → media type of its body, empty if it takes none. */
  private static Map<String, String> routes() {
    Map<String, String> routes = new TreeMap<>();
    Stream.concat(
            service.support().getEnvironment().jersey().getResourceConfig().getClasses().stream(),
            service.support().getEnvironment().jersey().getResourceConfig().getSingletons().stream()
                .map(Object::getClass))
        .distinct()
        .filter(type -> type.isAnnotationPresent(Path.class))
        .filter(type -> !type.getPackageName().equals(WITHOUT_ACCOUNTS))
        .forEach(type -> add(routes, type));
    return routes;
  }

  private static void add(Map<String, String> routes, Class<?> type) {
    for (Method method : type.getMethods()) {
      for (Annotation annotation : method.getAnnotations()) {
        HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
        if (verb != null) {
          Path below = method.getAnnotation(Path.class);
          String path =
              Stream.of(type.getAnnotation(Path.class).value(), below == null ? "" : below.value())
                  .map(part -> part.replaceAll("^/|/$", ""))
                  .filter(part -> !part.isEmpty())
                  .collect(java.util.stream.Collectors.joining("/", "/", ""));
          routes.put(verb.value() + " " + path, body(type, method));
        }
      }
    }
  }

  private static String body(Class<?> type, Method method) {
    jakarta.ws.rs.Consumes consumes = method.getAnnotation(jakarta.ws.rs.Consumes.class);
    if (consumes == null) {
      consumes = type.getAnnotation(jakarta.ws.rs.Consumes.class);
    }
    return consumes == null ? "" : consumes.value()[0];
  }

  @Test
  void everyRouteStandsInTheTable() {
    assertThat(new TreeSet<>(routes().keySet())).isEqualTo(new TreeSet<>(table().keySet()));
  }

  @Test
  void everyRouteIsForItsRolesOnly() throws Exception {
    Map<String, String> bodies = routes();
    Map<Role, String> people =
        Map.of(Role.REP, "zhou", Role.MANAGER, "shen", Role.TRAINER, "tao", Role.ADMIN, "admin");
    Map<Role, Browser> browsers = new EnumMap<>(Role.class);
    for (Role role : Role.values()) {
      browsers.put(role, service.signIn(people.get(role)));
    }
    List<String> wrong = new ArrayList<>();
    for (Map.Entry<String, String> row : table().entrySet()) {
      HttpResponse<String> nobody = send(row.getKey(), bodies, Browser.NOBODY);
      boolean api = row.getKey().contains(" /api/");
      boolean page = row.getKey().startsWith("GET ") && !api;
      int refused = page ? 303 : 401;
      if (row.getValue().equals("*") != (nobody.statusCode() != refused)
          && !(row.getValue().equals("*") && row.getKey().startsWith("POST"))) {
        wrong.add("nobody " + row.getKey() + " " + nobody.statusCode());
      }
      for (Role role : Role.values()) {
        int status = send(row.getKey(), bodies, browsers.get(role)).statusCode();
        if (row.getKey().equals("POST /sign-out")) {
          browsers.put(role, service.signIn(people.get(role)));
        }
        boolean allowed =
            row.getValue().equals("*") || row.getValue().indexOf(role.name().charAt(0)) >= 0;
        if (allowed == (status == 403) || status >= 500) {
          wrong.add(role.id() + " " + row.getKey() + " " + status);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void aChangeWithoutTheSessionsTokenIsRefused() throws Exception {
    Map<String, String> bodies = routes();
    Browser signedIn = service.signIn("zhou");
    for (Map.Entry<String, String> row : table().entrySet()) {
      if (!row.getKey().startsWith("GET ") && row.getValue().contains("R")) {
        HttpResponse<String> answer =
            send(row.getKey(), bodies, new Browser(signedIn.cookie(), "forged"));
        assertThat(answer.statusCode()).as(row.getKey()).isEqualTo(403);
        assertThat(answer.body()).as(row.getKey()).contains("urn:dealcoach:problem:forged");
      }
    }
  }

  private static HttpResponse<String> send(
      String route, Map<String, String> bodies, Browser browser) throws Exception {
    String[] words = route.split(" ");
    String path = words[1].replaceAll("\\{\\w+}", UUID.randomUUID().toString());
    var request = service.request(browser, path).header("X-CSRF-Token", browser.csrf());
    String type = bodies.get(route);
    if (words[0].equals("GET") || words[0].equals("DELETE")) {
      request.method(words[0], BodyPublishers.noBody());
    } else {
      if (!type.isEmpty()) {
        request.header("Content-Type", type.startsWith("multipart") ? type + "; boundary=x" : type);
      }
      String body =
          type.startsWith("multipart") ? "--x--\r\n" : type.endsWith("json") ? "{}" : "a=b";
      request.method(words[0], BodyPublishers.ofString(type.isEmpty() ? "" : body));
    }
    // who is refused before the body was read finds the connection closed: a new one for each
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request.build(), BodyHandlers.ofString());
    }
  }
}
