package signpost.local.web;

import java.util.Optional;

/** GOV.UK's Content API: the page as JSON, with its withdrawn notice and change history. */
final class ContentApi {
  private ContentApi() {}

  static Answer item(Page page, Visit visit) {
    String json =
        """
        {"base_path":%s,"title":%s,"description":%s,"schema_name":%s,"locale":"en",\
        "updated_at":"%s","public_updated_at":"%sT00:00:00Z",%s\
        "details":{"body":%s,"change_history":[{"note":"First published.",\
        "public_timestamp":"%sT00:00:00Z"}]}}\
        """
            .formatted(
                quoted(page.path()),
                quoted(page.title()),
                quoted(page.fact("lead").orElse("")),
                quoted(page.fact("schema").orElse("html_publication")),
                visit.at(),
                page.fact("day").orElse("2022-11-02"),
                withdrawn(page),
                quoted(new Markup(visit.port()).html(page.text())),
                page.fact("day").orElse("2022-11-02"));
    return json(200, json);
  }

  static Answer missing(Visit visit) {
    return json(
        404,
        "{\"error\":{\"type\":\"not_found\",\"request\":\"%s\"}}".formatted(visit.noise().hex(6)));
  }

  private static Answer json(int status, String json) {
    return Answer.of(status, "application/json; charset=utf-8", json)
        .with("Cache-Control", "max-age=300, public");
  }

  private static String withdrawn(Page page) {
    Optional<String> explanation = page.fact("explanation");
    return explanation
        .map(e ->
            "\"withdrawn_notice\":{\"explanation\":%s,\"withdrawn_at\":\"2026-09-14T09:00:00Z\"},"
                .formatted(quoted(e)))
        .orElse("");
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
  }
}
