package signpost.bench.noise;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import signpost.sample.noise.RandomPick;

/** What somebody has written for a page, before a template is put around it. */
record PageDraft(PageLanguage tongue, String subject, String title, String lead, String body) {

  /** The same random numbers give the same draft. */
  static PageDraft of(PageLanguage tongue, Random random) {
    PageLanguage.DraftWords words = tongue.words();
    String subject = RandomPick.one(words.subjects(), random);
    String title = RandomPick.one(words.titles(), random).formatted(subject);
    return new DraftWriter(tongue, subject, random).write(title);
  }

  /** Writes one draft; each sentence stands in it once. */
  private static final class DraftWriter {
    private final PageLanguage tongue;
    private final PageLanguage.DraftWords words;
    private final String subject;
    private final Random random;
    private final List<String> unsaid;
    private final StringBuilder html = new StringBuilder();

    DraftWriter(PageLanguage tongue, String subject, Random random) {
      this.tongue = tongue;
      this.words = tongue.words();
      this.subject = subject;
      this.random = random;
      this.unsaid =
          new ArrayList<>(RandomPick.some(words.sentences(), words.sentences().size(), random));
    }

    PageDraft write(String title) {
      String lead = sentences(1);
      html.append("<p>").append(sentences(3)).append("</p>");
      List<String> headings = RandomPick.some(words.headings(), 3 + random.nextInt(3), random);
      int contactAfter = random.nextInt(headings.size());
      for (int i = 0; i < headings.size(); i++) {
        section(headings.get(i), i);
        if (i == contactAfter) {
          contact();
        }
      }
      return new PageDraft(tongue, subject, title, lead, html.toString());
    }

    private void section(String heading, int at) {
      html.append("<h2>").append(heading).append("</h2>");
      html.append("<p>").append(sentences(2 + random.nextInt(2))).append("</p>");
      switch (at % 3) {
        case 0 -> list();
        case 1 -> table();
        default -> resources();
      }
      String more = sentences(2);
      if (!more.isEmpty()) {
        html.append("<p>").append(more).append("</p>");
      }
      html.append(at == 0 ? "<p>" + words.help().get(7).formatted(11 + random.nextInt(8)) : "")
          .append(at == 0 ? "</p>" : "")
          .append(at == 1 ? "<p>" + words.help().get(8).formatted(20 + random.nextInt(60)) : "")
          .append(at == 1 ? "</p>" : "");
    }

    private String sentences(int count) {
      List<String> said = new ArrayList<>();
      for (int i = 0; i < count && !unsaid.isEmpty(); i++) {
        said.add(unsaid.removeLast().formatted(subject));
      }
      return String.join(" ", said);
    }

    private void list() {
      html.append("<ul>");
      RandomPick.some(words.items(), 4, random)
          .forEach(item -> html.append("<li>").append(item).append("</li>"));
      html.append("</ul>");
    }

    private void table() {
      html.append("<table><tbody>");
      for (List<String> row : RandomPick.some(words.rows(), 4, random)) {
        html.append("<tr><th scope=\"row\">").append(row.getFirst()).append("</th>");
        row.stream().skip(1).forEach(cell -> html.append("<td>").append(cell).append("</td>"));
        html.append("</tr>");
      }
      html.append("</tbody></table>");
    }

    private void resources() {
      html.append("<h3>").append(words.help().getLast()).append("</h3><ul>");
      for (String resource : RandomPick.some(words.resources(), 4, random)) {
        html.append(
                "<li><a href=\"https://www.publisher-%d.example/resource/%d\">"
                    .formatted(random.nextInt(40), random.nextInt(9_000)))
            .append(resource)
            .append("</a></li>");
      }
      html.append("</ul>");
    }

    private void contact() {
      String number = "0%d %03d %04d".formatted(300, random.nextInt(1000), random.nextInt(10_000));
      String mail = "%s%d@%s.example".formatted("team", random.nextInt(90), "support");
      List<String> help = words.help();
      html.append("<h2>").append(help.get(0)).append("</h2>");
      List<String> lines =
          List.of(
              help.get(1).formatted(number.replace(" ", ""), number),
              help.get(2).formatted(mail),
              help.get(3).formatted("85" + (100 + random.nextInt(900))),
              help.get(4),
              help.get(5),
              help.get(6));
      boolean listed = random.nextBoolean();
      String tag = listed ? "li" : "p";
      html.append(listed ? "<ul>" : "");
      lines.forEach(line -> html.append("<%1$s>%2$s</%1$s>".formatted(tag, line)));
      html.append(listed ? "</ul>" : "");
    }
  }
}
