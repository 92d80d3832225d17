package signpost.sample.web;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * GOV.UK's Content API: the page as JSON, with its withdrawn notice, change history and documents.
 */
final class ContentApi {
  private static final Pattern DOCUMENT = Pattern.compile("\\[([^]]+)]\\(@gov-uk([^)]+)\\)");

  private ContentApi() {}

  static HostResponse item(SamplePage page, SampleVisit visit) {
    String json =
        """
        {"base_path":%s,"title":%s,"description":%s,"schema_name":%s,"locale":"en",\
        "updated_at":"%s","public_updated_at":"%sT00:00:00Z",%s\
        "details":{"body":%s%s%s},"links":{%s}}\
        """
            .formatted(
                quoted(page.path()),
                quoted(page.title()),
                quoted(page.fact("lead").orElse("")),
                quoted(schema(page)),
                visit.at(),
                page.fact("day").orElse("2022-11-02"),
                withdrawn(page),
                quoted(new SampleMarkup(visit.port()).html(page.text())),
                isHeld(page) ? "" : history(page),
                schema(page).equals("publication") ? attachments(page, visit) : "",
                isHeld(page) ? "\"parent\":[{\"base_path\":%s}]".formatted(holder(page)) : "");
    return json(200, json);
  }

  static HostResponse missing(SampleVisit visit) {
    return json(
        404,
        "{\"error\":{\"type\":\"not_found\",\"request\":\"%s\"}}".formatted(visit.noise().hex(6)));
  }

  private static String schema(SamplePage page) {
    return page.fact("schema").orElse("html_publication");
  }

  /** The history of an HTML publication stands in the page that holds it. */
  private static boolean isHeld(SamplePage page) {
    return schema(page).equals("html_publication");
  }

  private static String holder(SamplePage page) {
    return quoted(page.path().substring(0, page.path().lastIndexOf('/')));
  }

  private static String history(SamplePage page) {
    String first = entry("First published.", page.fact("day").orElse("2022-11-02") + "T00:00:00Z");
    String note =
        page.fact("note").map(it -> entry(it, page.fact("noted").orElseThrow()) + ",").orElse("");
    return ",\"change_history\":[%s%s]".formatted(note, first);
  }

  private static String entry(String note, String at) {
    return "{\"note\":%s,\"public_timestamp\":%s}".formatted(quoted(note), quoted(at));
  }

  /** The documents that a publication's page links to. */
  private static String attachments(SamplePage page, SampleVisit visit) {
    String origin = SampleHost.GOV_UK.origin(visit.port());
    return DOCUMENT
        .matcher(page.text())
        .results()
        .map(it ->
            "{\"attachment_type\":%s,\"title\":%s,\"url\":%s}"
                .formatted(
                    quoted(it.group(2).endsWith(".pdf") ? "file" : "html"),
                    quoted(it.group(1)),
                    quoted(origin + it.group(2))))
        .collect(Collectors.joining(",", ",\"attachments\":[", "]"));
  }

  private static HostResponse json(int status, String json) {
    return HostResponse.of(status, "application/json; charset=utf-8", json)
        .with("Cache-Control", "max-age=300, public");
  }

  private static String withdrawn(SamplePage page) {
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
