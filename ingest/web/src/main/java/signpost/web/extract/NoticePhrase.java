package signpost.web.extract;

import java.util.regex.Pattern;

/** What publishers write, and what it says of the page. */
record NoticePhrase(Notice.NoticeKind kind, Pattern pattern) {
  static NoticePhrase withdrawn(String pattern) {
    return of(Notice.NoticeKind.WITHDRAWN, pattern);
  }

  static NoticePhrase superseded(String pattern) {
    return of(Notice.NoticeKind.SUPERSEDED, pattern);
  }

  static NoticePhrase archived(String pattern) {
    return of(Notice.NoticeKind.ARCHIVED, pattern);
  }

  private static NoticePhrase of(Notice.NoticeKind kind, String pattern) {
    return new NoticePhrase(
        kind, Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
  }

  boolean isIn(String text) {
    return pattern.matcher(text).find();
  }
}
