package signpost.tools.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import signpost.kit.WorkTime;
import signpost.web.extract.PageAnchors;

/** Links of the texts people write pages in, besides Markdown. */
final class WrittenFormsTest {
  private static List<String> hrefs(FoundLinks found) {
    return found.links().stream().map(FoundLink::href).toList();
  }

  private static List<String> places(FoundLinks found) {
    return found.links().stream()
        .map(it -> it.line() + ":" + it.column() + " " + it.href())
        .toList();
  }

  @Test
  void asciiDocHoldsMacrosReferencesAndAddresses() {
    FoundLinks found =
        AsciiDocLinks.in(
            """
            = Title
            :site: https://a.example
            :imagesdir: img

            See https://b.example/x[The page], https://c.example/(y). and link:d.pdf[a file^].
            Not \\https://no.example, `https://no.example` or link:{unknown}/x[x].
            xref:other.adoc#part[Part], xref:here[Here], <<there,There>>, <<e#f>>, <<A title>>
            image::g.png[A picture] link:{site}/h[H] link:++i j++[no] link:page.html[built]
            include::k.txt[]
            // https://no.example
            ----
            https://no.example
            ----
            ....
            link:no[no]
            ....
            xref:mod:page.adoc[Antora]
            """);
    assertThat(hrefs(found))
        .containsExactlyInAnyOrder(
            "https://a.example",
            "https://b.example/x",
            "https://c.example/(y)",
            "d.pdf",
            "other.adoc#part",
            "#here",
            "#there",
            "e.adoc#f",
            "img/g.png",
            "https://a.example/h",
            "k.txt");
    assertThat(places(found)).contains("5:5 https://b.example/x", "8:8 img/g.png");
    assertThat(found.anchors()).as("other files may name places").isNull();
  }

  @Test
  void asciiDocNamesItsSectionsAsAsciidoctorDoes() {
    FoundLinks found =
        AsciiDocLinks.in(
            """
            [[own]]
            == Same title: again
            [#given.role]
            == Other
            == Same title: again
            [quote, id="third"]
            Words [[inline,Label]]here and anchor:fifth[].
            """);
    PageAnchors anchors = Objects.requireNonNull(found.anchors());
    for (String name :
        List.of(
            "own",
            "_same_title_again",
            "_same_title_again_2",
            "given",
            "third",
            "inline",
            "fifth")) {
      assertThat(anchors.lacks(name)).as(name).isFalse();
    }
    assertThat(anchors.lacks("_none")).isTrue();
  }

  @Test
  void restructuredTextHoldsReferencesTargetsAndFiles() {
    FoundLinks found =
        RestructuredLinks.in(
            """
            Title
            =====
            See `a page <https://a.example/x>`_, `another <b.rst>`__ and https://c.example/y.
            Not ``https://no.example``, :doc:`x <no>`, `alias <a page_>`_ or `built <d.html>`_.

            .. _name: https://d.example/
            .. _`long name`: e.pdf
            __ https://f.example/
            .. image:: g.png
               :target: https://h.example/
            .. |pic| image:: i.png
            .. a comment with https://no.example
               and more https://no.example
            .. note:: Read https://j.example/

               and https://k.example/
            .. code-block:: sh

               curl https://no.example

            For example::

               https://no.example

            .. include:: l.txt
            .. _inner:
            """);
    assertThat(hrefs(found))
        .containsExactlyInAnyOrder(
            "https://a.example/x",
            "b.rst",
            "https://c.example/y",
            "https://d.example/",
            "e.pdf",
            "https://f.example/",
            "g.png",
            "https://h.example/",
            "i.png",
            "https://j.example/",
            "https://k.example/",
            "l.txt");
    assertThat(places(found)).contains("3:14 https://a.example/x", "9:12 g.png");
  }

  @Test
  void notebooksHoldLinksInTheirMarkdownCells() {
    String notebook =
        """
        {"metadata": {"x": {"source": ["[no](no)"]}},
         "cells": [
          {"cell_type": "markdown", "metadata": {}, "source": [
            "# Title\\n",
            "See [a page](a.md) and\\n",
            "https://b.example/"]},
          {"source": "[c](c.png)", "cell_type": "markdown"},
          {"cell_type": "code", "source": ["# [no](no)"], "outputs": [{"text": ["https://no.example"]}]}
         ], "nbformat": 4}
        """;
    assertThat(places(NotebookLinks.in(notebook)))
        .containsExactly("5:6 a.md", "6:6 https://b.example/", "7:15 c.png");
    for (String bad :
        List.of("", "[]", "{", "{\"cells\": 5}", "{\"cells\": [5, {\"source\": {}}]}")) {
      assertThat(NotebookLinks.in(bad).links()).isEmpty();
    }
  }

  @Test
  void longAndHostileTextsTakeNoLonger() {
    int many = 200_000;
    for (String text :
        List.of(
            "[".repeat(many) + "link:" + "<<".repeat(many) + "`".repeat(many),
            "link:".repeat(many),
            "[x, id=".repeat(many),
            "`".repeat(many) + "<" + ".. _".repeat(many),
            ".. _a" + ":b".repeat(many),
            ":a:`".repeat(many))) {
      assertThat(
              WorkTime.of(() -> {
                AsciiDocLinks.in(text);
                RestructuredLinks.in(text);
              }))
          .isLessThan(Duration.ofSeconds(20));
    }
  }

  @Test
  void aFolderIsReadWithThem(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("a.adoc"), "xref:b.adoc#_no[x] link:none.pdf[y]\n");
    Files.writeString(folder.resolve("b.adoc"), "== There\n");
    Files.writeString(folder.resolve("c.rst"), "`gone <gone.rst>`_\n");
    Files.writeString(
        folder.resolve("d.ipynb"),
        "{\"cells\": [{\"cell_type\": \"markdown\", \"source\": \"[z](zero.md)\"}]}");
    var out = new StringWriter();
    var line = new CommandLine(new CheckCommand()).setOut(new PrintWriter(out));
    assertThat(line.execute(folder.toString())).isEqualTo(1);
    assertThat(out.toString()).contains("b.adoc#_no", "none.pdf", "gone.rst", "zero.md");
  }
}
