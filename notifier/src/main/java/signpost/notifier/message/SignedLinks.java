package signpost.notifier.message;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Locale;
import signpost.events.FindingEvent.AnswerKind;
import signpost.notifier.finding.Finding;
import signpost.notifier.token.LinkTokens;
import signpost.notifier.token.TokenPurpose;

/** Addresses of Signpost's own pages, some of them signed for one reader. */
public final class SignedLinks {
  private final String publicUrl;
  private final LinkTokens tokens;

  public SignedLinks(String publicUrl, LinkTokens tokens) {
    this.publicUrl = publicUrl.replaceFirst("/+$", "");
    this.tokens = tokens;
  }

  /** What we know of a resource. */
  public String resource(String url) {
    return publicUrl + "/resource?url=" + encoded(url);
  }

  /** The page that shows a revision word by word; search answers it. */
  String revision(String url, int number) {
    return publicUrl + "/resource/revision?url=" + encoded(url) + "&n=" + number;
  }

  String guide(String id) {
    return publicUrl + "/guide/" + encoded(id).replace("+", "%20");
  }

  /** Where to read on about a finding: a host or a line has no page of its own, its guide has. */
  String of(LetterEntry entry) {
    Finding finding = entry.finding();
    if (!finding.kind().hasPage()) {
      return guide(entry.guide());
    }
    return finding
        .detail()
        .revision()
        .filter(_ -> finding.isOpen())
        .map(number -> revision(finding.subject(), number))
        .orElseGet(() -> resource(finding.subject()));
  }

  /** Where a reader answers a finding for a guide. */
  String answer(String reader, LetterEntry entry) {
    AnswerMatter matter = new AnswerMatter(entry.guide(), entry.finding().id());
    return publicUrl
        + "/answer?t="
        + tokens.issue(TokenPurpose.ANSWER, reader, matter.subject(), LinkTokens.MAIL);
  }

  /** The same with the answer chosen; it still has to be confirmed. */
  static String chosen(String answer, AnswerKind kind) {
    return answer + "&answer=" + kind.name().toLowerCase(Locale.ROOT);
  }

  /** Where a reader puts the pages that were found in the place of those a guide has of a site. */
  String replacements(String reader, ReplaceMatter matter) {
    return publicUrl
        + "/replacements?t="
        + tokens.issue(TokenPurpose.REPLACE, reader, matter.subject(), LinkTokens.MAIL);
  }

  /** All that is open for a reader, and how they want to be told. */
  public String own(String reader) {
    return publicUrl + "/yours?t=" + tokens.issue(TokenPurpose.OWN, reader, "", LinkTokens.MAIL);
  }

  /** One POST there ends a reader's mails. */
  public String unsubscribe(String reader) {
    return publicUrl
        + "/unsubscribe?t="
        + tokens.issue(TokenPurpose.UNSUBSCRIBE, reader, "", LinkTokens.MAIL);
  }

  /** The results of a search, by the query of their address, what changed last first. */
  public String newestResults(String search) {
    boolean hasWords = search.startsWith("q=") || search.contains("&q=");
    return publicUrl + "/search?" + search + (hasWords ? "&sort=changed" : "");
  }

  /** One POST there ends a reader's mails about one search. */
  public String unfollow(String reader, String followed) {
    return publicUrl
        + "/unfollow?t="
        + tokens.issue(TokenPurpose.UNFOLLOW, reader, followed, LinkTokens.MAIL);
  }

  /** Where somebody proves that an address is theirs. */
  public String confirm(String email, String scope) {
    return publicUrl
        + "/subscribe/confirm?t="
        + tokens.issue(TokenPurpose.CONFIRM, email, scope, LinkTokens.SHORT);
  }

  private static String encoded(String words) {
    return URLEncoder.encode(words, UTF_8);
  }
}
