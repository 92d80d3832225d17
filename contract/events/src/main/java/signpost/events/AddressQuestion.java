package signpost.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Objects;

/**
 * What the owner of a guide should say of a line's address: the file, the guide's live page and the
 * page the address leads to do not agree, or nobody knows the address.
 */
public record AddressQuestion(QuestionReason why, Explanation explanation) {
  public AddressQuestion {
    Objects.requireNonNull(why, "why");
    Objects.requireNonNull(explanation, "explanation");
  }

  /** What does not agree. */
  public enum QuestionReason {
    /** The file lacks or doubts the address, and the guide's page has one. */
    @JsonProperty("found-on-page")
    FOUND_ON_PAGE,
    /** The file and the guide's page have each their own address for these words. */
    @JsonProperty("differs-on-page")
    DIFFERS_ON_PAGE,
    /** The guide's page has a link that the file does not list. */
    @JsonProperty("only-on-page")
    ONLY_ON_PAGE,
    /** The file lists a link that the guide's page does not have. */
    @JsonProperty("not-on-page")
    NOT_ON_PAGE,
    /** The file only guesses the address, and nothing else says it. */
    @JsonProperty("probable")
    PROBABLE,
    /** Nobody knows the address. */
    @JsonProperty("unknown")
    UNKNOWN
  }
}
