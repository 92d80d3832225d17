package signpost.tools.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import signpost.kit.WorkTime;

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

  private static FoundLinks asciiDoc(String text) {
    return AsciiDocLinks.in(text, "/docs/a.adoc");
  }

  @Test
  void asciiDocIndentsCodeAndLists() {
    FoundLinks found =
        asciiDoc(
            """
            Text

              ./run -Purl=http://code.example/

              -Durl=http://code.example/

              2026-01-01 http://code.example/

              * link:in-a-list.pdf[x]

              1. link:in-numbers.pdf[x]
            """);
    assertThat(hrefs(found)).containsExactlyInAnyOrder("in-a-list.pdf", "in-numbers.pdf");
  }

  @Test
  void asciiDocHoldsMacrosReferencesAndAddresses() {
    FoundLinks found =
        asciiDoc(
            """
            = Title
            :site: https://a.example
            :imagesdir: img
            :prefix: https://no.example/{ref}

            See https://b.example/x[The page], https://c.example/(y). and link:d.pdf[a file^].
            Not \\https://no.example, `https://no.example` or link:{unknown}/x[x].
            xref:other.adoc#part[Part], xref:here[Here], <<there,There>>, <<e#f>>, <<a.b>>
            image::g.png[A picture] link:{site}/h[H] link:page.html[built]
            image:https://i.example/b.svg[Build,link=https://j.example/]
            Bare {site}/no, https://no.example/{unknown}/x and {site}[k] https://{host}/l
            include::k.txt[] include::no.adoc[opts=optional] video::aBc[youtube]
            // https://no.example
            """);
    assertThat(hrefs(found))
        .containsExactlyInAnyOrder(
            "https://b.example/x",
            "https://c.example/(y)",
            "d.pdf",
            "other.adoc#part",
            "e.adoc#f",
            "img/g.png",
            "https://a.example/h",
            "https://i.example/b.svg",
            "https://j.example/",
            "k.txt");
    assertThat(places(found)).contains("6:5 https://b.example/x", "9:8 img/g.png");
    assertThat(found.anchors()).as("each renderer names sections in a way of its own").isNull();
  }

  @Test
  void codeOfAsciiDocHoldsNone() {
    String none = "https://no.example\n";
    String text =
        "----\n"
            + none
            + "----\n....\n"
            + none
            + "....\n\n $ curl "
            + none
            + "\n[source,sh]\ncurl "
            + none
            + "\n\nhttps://yes.example\n";
    assertThat(hrefs(asciiDoc(text))).containsExactly("https://yes.example");
    assertThat(hrefs(asciiDoc("NAME\n----\nlink:a.md[a]\n\nSYNOPSIS\n--------\nlink:b.md[b]\n")))
        .containsExactly("a.md", "b.md");
  }

  @Test
  void whatAsciiDocDoesNotSayForSureIsLeftOut() {
    assertThat(
            hrefs(
                asciiDoc(
                    """
                    ifdef::env-github[]
                    :imagesdir: elsewhere
                    endif::[]
                    image::a.png[] xref:2.0@lib:ROOT:index.adoc[] include::partial$x.adoc[]
                    :a: {a}{a}{a}{a}{a}{a}{a}{a}{a}{a}{a}{a}{a}{a}{a}{a}{a}{a}{a}{a}{a}{a}{a}{a}
                    link:{a}[x]
                    """)))
        .isEmpty();
    assertThat(
            hrefs(
                AsciiDocLinks.in(
                    "xref:core/a.adoc[] image::b.png[] https://c.example/",
                    "/docs/modules/ROOT/pages/x.adoc")))
        .containsExactly("https://c.example/");
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
            .. include:: <isonum.txt>
            .. image:: no.*
            .. _inner:
            ..  note:: https://n.example/
            .. _long: https://o.example/
               long
            >>> urlopen('https://no.example')

            A `reference of two
            lines <p.rst>`_ and `one
            <https://q.example/
            more>`_ here.
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
            "l.txt",
            "https://n.example/",
            "https://o.example/long",
            "p.rst",
            "https://q.example/more");
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
                asciiDoc(text);
                RestructuredLinks.in(text);
              }))
          .isLessThan(Duration.ofSeconds(20));
    }
  }

  @Test
  void aCellOfManyLinksIsReadAtOnce() {
    int many = 50_000;
    String cell = "{\"cell_type\": \"markdown\", \"source\": \"" + "[x](y)\\n".repeat(many) + "\"}";
    List<FoundLink> links = new ArrayList<>();
    assertThat(
            WorkTime.of(
                () -> links.addAll(NotebookLinks.in("{\"cells\": [" + cell + "]}").links())))
        .isLessThan(Duration.ofSeconds(20));
    assertThat(links).hasSize(many);
  }

  @Test
  void aFolderIsReadWithThem(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("a.adoc"), "xref:b.adoc#x[x] link:none.pdf[y]\n");
    Files.writeString(folder.resolve("b.adoc"), "== There\n");
    Files.writeString(folder.resolve("c.rst"), "`gone <gone.rst>`_\n");
    Files.writeString(
        folder.resolve("d.ipynb"),
        "{\"cells\": [{\"cell_type\": \"markdown\", \"source\": \"[z](zero.md)\"}]}");
    CommandRun run = CommandRun.of(folder.toString());
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("none.pdf", "gone.rst", "zero.md");
  }
}
