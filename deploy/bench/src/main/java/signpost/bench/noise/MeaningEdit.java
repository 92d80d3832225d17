package signpost.bench.noise;

import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import signpost.events.ChangeKind;
import signpost.sample.noise.PagePlaces;

/** Edits of a few words that mean much to whoever needs what a page offers. */
enum MeaningEdit implements PageEdit {
  CLOSES_FOR_GOOD("en", "The group will close for good on 31 January 2027."),
  CLOSED_FOR_NOW("en", "Because of a burst pipe the drop-in is closed until further notice."),
  NOT_OFFERED("en", "We no longer offer home visits to families outside the county."),
  OPENS("en", "A new centre for young parents opens in Bletchley this spring."),
  FEE("en", "From April there is a charge of £12 for each session."),
  PAID_FOR("en", "Families on a low income pay nothing, and all others pay half."),
  ELIGIBLE("en", "Only people who live in the county and are registered with a doctor can join."),
  AGED("en", "The sessions are for children aged 8 to 11."),
  DEADLINE("en", "Apply by 14 February 2027 at the latest."),
  APPLICATIONS_CLOSE("en", "Applications close on Friday 14 February."),
  PROHIBITION("en", "You must not bring medicines into the building."),
  FULL("en", "The spring course is now full."),
  WAITING_LIST("en", "There is a waiting list of about twenty weeks."),
  NO_REFERRALS("en", "At the moment we are not taking new referrals."),
  MOVED("en", "The clinic has moved to a new building in Bletchley."),
  DANGER(
      "en", "If a child is in immediate danger, go to the nearest police station straight away."),
  CAU("cy", "Bydd y grŵp yn cau am byth ar 31 Ionawr 2027."),
  AR_GAU("cy", "Mae’r ganolfan ar gau nes clywir yn wahanol."),
  DDIM_AR_GAEL("cy", "Nid yw’r gwasanaeth hwn ar gael mwyach."),
  YN_AGOR("cy", "Bydd canolfan newydd i rieni ifanc yn agor y gwanwyn hwn."),
  TAL("cy", "O fis Ebrill codir tâl o £12 y sesiwn."),
  CYMWYS("cy", "Dim ond pobl sy’n byw yn y sir sy’n gymwys i ymuno."),
  OED("cy", "Mae’r sesiynau i blant rhwng 8 ac 11 oed."),
  DYDDIAD_CAU("cy", "Y dyddiad cau yw 14 Chwefror 2027."),
  PEIDIWCH("cy", "Peidiwch â dod â meddyginiaethau i’r adeilad."),
  LLAWN("cy", "Mae cwrs y gwanwyn bellach yn llawn."),
  RHESTR_AROS("cy", "Mae rhestr aros o ryw ugain wythnos."),
  SYMUD("cy", "Mae’r clinig wedi symud i adeilad newydd yng Nghaernarfon."),
  PERYGL("cy", "Os yw plentyn mewn perygl, ewch i orsaf yr heddlu ar unwaith.");

  private static final double MATTERS = 0.6;

  private final String language;
  private final String words;

  MeaningEdit(String language, String words) {
    this.language = language;
    this.words = words;
  }

  @Override
  public Set<ChangeKind> expected() {
    return Set.of(ChangeKind.SUBSTANTIVE);
  }

  @Override
  public double leastImportance() {
    return MATTERS;
  }

  /** Only on pages of its language. */
  @Override
  public boolean make(Document page) {
    Element root = page.selectFirst("html");
    boolean reads = root != null && root.attr("lang").startsWith(language);
    return reads && !PagePlaces.paragraphs(page).isEmpty() && PassageEdits.after(page, paragraph());
  }

  private String paragraph() {
    return "<p>" + words + "</p>";
  }
}
