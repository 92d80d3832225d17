package signpost.bench.noise;

/** What is written on a page by an edit. */
final class EditTexts {
  static final String PARAGRAPH =
      "<p>From the first of next month referrals come through the regional hub, and families no longer"
          + " apply by themselves.</p>";

  static final String OTHER_PAGE =
      """
      <p>Parish councils and trusts that look after a hall can ask for up to half of what repairs cost.</p>
      <h2>What we pay for</h2><ul><li>roofs, gutters and damp</li><li>heating with heat pumps</li><li>ramps and toilets</li></ul>
      <p>We do not pay for work that has begun. Send two quotations from builders and the accounts of the last year.</p>
      <h2>When we decide</h2><p>The grants committee sits in March and October. Projects above the limit are visited by a surveyor, whose report is sent to you before the committee sits.</p>
      """;

  private EditTexts() {}
}
