package signpost.events;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Objects;
import java.util.Optional;

/**
 * What the search for where a page went came to; the reason is a sentence without its full stop.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "outcome")
@JsonSubTypes({
  @JsonSubTypes.Type(value = PageSuccessor.Offered.class, name = "offer"),
  @JsonSubTypes.Type(value = PageSuccessor.Hinted.class, name = "hint"),
  @JsonSubTypes.Type(value = PageSuccessor.NotFound.class, name = "nothing"),
})
public sealed interface PageSuccessor {
  String reason();

  /** Where the page was found to be, if only perhaps. */
  default Optional<String> address() {
    return switch (this) {
      case Offered it -> Optional.of(it.url());
      case Hinted it -> Optional.of(it.url());
      case NotFound _ -> Optional.empty();
    };
  }

  /** Sure enough to be put in its place at the press of a button. */
  record Offered(String url, String title, String reason) implements PageSuccessor {
    public Offered {
      Objects.requireNonNull(url, "url");
      Objects.requireNonNull(title, "title");
      Objects.requireNonNull(reason, "reason");
    }
  }

  /** Worth a look by somebody before it is used. */
  record Hinted(String url, String title, String reason) implements PageSuccessor {
    public Hinted {
      Objects.requireNonNull(url, "url");
      Objects.requireNonNull(title, "title");
      Objects.requireNonNull(reason, "reason");
    }
  }

  /** Nothing that we would tell; the reason says where we looked. */
  record NotFound(String reason) implements PageSuccessor {
    public NotFound {
      Objects.requireNonNull(reason, "reason");
    }
  }
}
