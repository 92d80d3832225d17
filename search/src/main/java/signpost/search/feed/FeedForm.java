package signpost.search.feed;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;

/** The forms that feeds come in, by how their addresses end. */
enum FeedForm {
  ATOM(".atom", "application/atom+xml;charset=utf-8"),
  JSON(".json", "application/feed+json;charset=utf-8");

  private final String ending;
  private final String type;

  FeedForm(String ending, String type) {
    this.ending = ending;
    this.type = type;
  }

  /** The form that a request asks for. */
  static FeedForm of(HttpRequest<?> request) {
    return request.getPath().endsWith(JSON.ending) ? JSON : ATOM;
  }

  MediaType type() {
    return MediaType.of(type);
  }
}
