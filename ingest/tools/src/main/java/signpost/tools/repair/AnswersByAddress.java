package signpost.tools.repair;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import signpost.url.CanonicalUrl;
import signpost.url.WebUrl;

/**
 * One answer for each address. Where an answer leads to an address that is answered too, the last
 * of them counts, so that a repaired file needs no second repair.
 */
public final class AnswersByAddress {
  private final Map<String, LinkAnswer> answers = new LinkedHashMap<>();
  private final Map<String, LinkAnswer> loosely = new HashMap<>();
  private final Set<String> hosts = new HashSet<>();
  private final List<String> setAside = new ArrayList<>();

  private AnswersByAddress() {}

  /** Those of the answers that go together; the others are set aside, and so are the given. */
  static AnswersByAddress of(List<LinkAnswer> given, List<String> setAside) {
    var answers = new AnswersByAddress();
    answers.setAside.addAll(setAside);
    answers.addUndisputed(given);
    answers.follow();
    for (LinkAnswer answer : answers.answers.values()) {
      answers.loosely.putIfAbsent(loose(answer.target()), answer);
      answers.hosts.add(answer.target().bareHost());
    }
    return answers;
  }

  private void addUndisputed(List<LinkAnswer> given) {
    Set<String> disputed = new HashSet<>();
    for (LinkAnswer answer : given) {
      String key = LinkAnswer.key(answer.target());
      LinkAnswer known = answers.putIfAbsent(key, answer);
      if (known != null && !known.sameAs(answer) && disputed.add(key)) {
        setAside.add("There are two different answers for " + known.target() + ".");
      }
    }
    answers.keySet().removeAll(disputed);
  }

  private void follow() {
    Map<String, LinkAnswer> last = new LinkedHashMap<>();
    answers.forEach((key, answer) ->
        last(answer)
            .ifPresentOrElse(
                end -> last.put(key, end),
                () -> setAside.add("The answers for " + answer.target() + " lead in a circle.")));
    answers.clear();
    answers.putAll(last);
  }

  private Optional<LinkAnswer> last(LinkAnswer first) {
    Set<LinkAnswer> passed = new HashSet<>();
    LinkAnswer answer = first;
    while (passed.add(answer)) {
      Optional<LinkAnswer> next = answer.with().flatMap(this::of);
      if (next.isEmpty()
          || next.get().equals(answer)
          || next.get().kind() == LinkAnswer.LinkAnswerKind.KEEP) {
        return Optional.of(first.leadingTo(answer));
      }
      answer = next.get();
    }
    return Optional.empty();
  }

  /** What could not be taken, one sentence each. */
  List<String> setAside() {
    return List.copyOf(setAside);
  }

  /** An answer for the very place a link leads to counts before one for its page. */
  Optional<LinkAnswer> of(WebUrl link) {
    Optional<LinkAnswer> place = Optional.ofNullable(answers.get(LinkAnswer.key(link)));
    return place.or(() -> Optional.ofNullable(answers.get(CanonicalUrl.identity(link))));
  }

  /** Whose address words show, be it without its scheme; none if they are true afterwards too. */
  Optional<LinkAnswer> shownBy(String words) {
    boolean whole = words.startsWith("http://") || words.startsWith("https://");
    int from = whole ? words.indexOf("//") + 2 : 0;
    int end = from;
    while (end < words.length() && "/?#:".indexOf(words.charAt(end)) < 0) {
      end++;
    }
    if (!hosts.contains(WebUrl.bare(words.substring(from, end).toLowerCase(Locale.ROOT)))) {
      return Optional.empty();
    }
    Optional<WebUrl> url = WebUrl.parse(whole ? words : "https://" + words);
    return url.flatMap(it -> of(it).or(() -> Optional.ofNullable(loosely.get(loose(it)))))
        .filter(it -> it.kind() != LinkAnswer.LinkAnswerKind.KEEP)
        .filter(it -> !it.with().flatMap(with -> beside(words, whole, with)).isPresent());
  }

  /** The replacement, if the words lead there as they stand. */
  private static Optional<WebUrl> beside(String words, boolean whole, WebUrl with) {
    return WebUrl.parse(whole ? words : with.scheme() + "://" + words)
        .filter(it -> CanonicalUrl.identity(it).equals(CanonicalUrl.identity(with)));
  }

  List<LinkAnswer> all() {
    return new ArrayList<>(answers.values());
  }

  /** As people compare addresses: without scheme, {@code www.}, last slash and fragment. */
  static String loose(WebUrl url) {
    String identity = CanonicalUrl.identity(url);
    String bare = WebUrl.bare(identity.substring(identity.indexOf("//") + 2));
    return bare.endsWith("/") ? bare.substring(0, bare.length() - 1) : bare;
  }
}
