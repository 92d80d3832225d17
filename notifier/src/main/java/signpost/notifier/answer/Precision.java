package signpost.notifier.answer;

import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * How often a rule was right, from what owners answered: an answer counts once for each finding and
 * guide, the one that stands.
 */
public record Precision(String rule, long answered, long wrong) {

  /** Every rule that was answered, the one most often wrong first. */
  public static List<Precision> of(Handle handle) {
    return handle
        .select(
            "SELECT rule, COUNT(*) AS answered,"
                + " SUM(CASE WHEN verdict = 'WRONG' THEN 1 ELSE 0 END) AS wrong"
                + " FROM answer WHERE standing = 1 GROUP BY rule ORDER BY wrong DESC, rule")
        .map((row, _) ->
            new Precision(row.getString("rule"), row.getLong("answered"), row.getLong("wrong")))
        .list();
  }

  /** The share of answers that did not say it was wrong, from 0 to 1. */
  public double share() {
    return answered == 0 ? 1 : (double) (answered - wrong) / answered;
  }
}
