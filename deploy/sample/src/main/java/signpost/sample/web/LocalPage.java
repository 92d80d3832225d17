package signpost.sample.web;

import java.util.Objects;

/** One text answer of a host of the sample web, without its transport. */
public record LocalPage(int status, String contentType, String body) {
  public LocalPage {
    Objects.requireNonNull(contentType, "contentType");
    Objects.requireNonNull(body, "body");
  }

  /** A page in HTML, in UTF-8. */
  public static LocalPage html(int status, String body) {
    return new LocalPage(status, "text/html; charset=utf-8", body);
  }
}
