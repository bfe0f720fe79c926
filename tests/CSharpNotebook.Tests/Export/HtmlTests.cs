using System.Net;
using System.Text.RegularExpressions;
using CSharpNotebook.Export;
using CSharpNotebook.Format;

namespace CSharpNotebook.Tests.Export;

public sealed partial class HtmlTests
{
    [Fact]
    public void Text_outputs_and_errors_are_escaped()
    {
        string html = Body(new CodeCell("\"<script>\" + '&'")
        {
            Outputs =
            [
                new StreamOutput("stdout", "<b>&\n"),
                new ExecuteResultOutput(1, MimeBundle.Empty.With("text/plain", "<i>")),
                new ErrorOutput("E<>", "m<>", ["t<>"]),
            ],
        });
        Assert.Contains("&quot;&lt;script&gt;&quot;", html, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;&amp;</pre>", html, StringComparison.Ordinal);
        Assert.Contains("&lt;i&gt;", html, StringComparison.Ordinal);
        Assert.Contains("<strong>E&lt;&gt;</strong>: m&lt;&gt;", html, StringComparison.Ordinal);
        Assert.Contains("<pre>t&lt;&gt;</pre>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Html_is_shown_as_it_is_and_before_other_forms() =>
        Assert.Contains("<div class=\"nb-out nb-html\"><table><tr><td>1</td></tr></table></div>", Shown(
            ("text/plain", "no"), ("image/svg+xml", "<svg/>"), (
                "text/html", "<table><tr><td>1</td></tr></table>")), StringComparison.Ordinal);

    [Fact]
    public void Svg_stands_inline_without_prolog_and_with_ids_of_its_own()
    {
        string html = Shown(
            (
                "image/svg+xml",
                "<?xml version=\"1.0\"?>\n<!DOCTYPE svg>\n<svg><clipPath id=\"c\"/><g clip-path=\"url(#c)\"/><use href='#c'/><a href=\"#other\"/></svg>"),
            ("text/plain", "no"));
        Assert.Contains(
            "<div class=\"nb-out nb-image\"><svg><clipPath id=\"p-cell-1-1-c\"/><g clip-path=\"url(#p-cell-1-1-c)\"/><use href='#p-cell-1-1-c'/><a href=\"#other\"/></svg></div>",
            html,
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_labels_of_a_picture_stay_with_it()
    {
        string html = Shown(("image/svg+xml", "<svg aria-labelledby=\"t d other\"><title id=\"t\">A</title><desc id=\"d\">B</desc></svg>"));
        Assert.Contains(
            "<svg aria-labelledby=\"p-cell-1-1-t p-cell-1-1-d other\"><title id=\"p-cell-1-1-t\">", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Png_stands_inline_with_the_text_as_its_alternative() =>
        Assert.Contains(
            "<img src=\"data:image/png;base64,AAAABBBB\" alt=\"a &quot;plot&quot;\">",
            Shown(("image/png", "AAAA\nBBBB"), ("text/plain", "a \"plot\"")),
            StringComparison.Ordinal);

    [Fact]
    public void Markdown_output_and_unknown_forms_are_shown_too()
    {
        Assert.Contains("<em>x</em>", Shown(("text/markdown", "*x*")), StringComparison.Ordinal);
        Assert.Contains("(application/vnd.x+json)", Shown(("application/vnd.x+json", "{}")), StringComparison.Ordinal);
    }

    [Fact]
    public void Terminal_colours_do_not_show() =>
        Assert.Contains(
            "<pre class=\"nb-out nb-stdout\">red</pre>",
            Body(new CodeCell("") { Outputs = [new StreamOutput("stdout", "\u001b[31mred\u001b[0m")] }),
            StringComparison.Ordinal);

    [Fact]
    public void Markdown_has_tables_and_headings_with_ids_that_links_find()
    {
        string html = Body(new MarkdownCell("# The `End`\n\n## The End\n\n[there](#The-End)\n\n| a | b |\n|---|--:|\n| 1 | 2 |"));
        Assert.Contains("<h1 id=\"p-the-end\">", html, StringComparison.Ordinal);
        Assert.Contains("<h2 id=\"p-the-end-2\">", html, StringComparison.Ordinal);
        Assert.Contains("href=\"#p-the-end\"", html, StringComparison.Ordinal);
        Assert.Contains("<td style=\"text-align: right;\">2</td>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_formula_is_shown_as_it_is_written()
    {
        string html = Body(new MarkdownCell("with $n_1 < 56$ and\n\n$$\nS(t)\n$$\n"));
        Assert.Contains("with <span class=\"nb-math\">n_1 &lt; 56</span> and", html, StringComparison.Ordinal);
        Assert.Contains("<div class=\"nb-math\">S(t)", html, StringComparison.Ordinal);
    }

    [Fact]
    public void An_attached_image_is_put_into_the_page()
    {
        var notebook = Notebook.Parse("""
            {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [
             {"cell_type": "markdown", "metadata": {}, "source": "![x](attachment:i.png)", "attachments": {"i.png": {"image/png": "AA=="}}}]}
            """);
        Assert.Contains("<img src=\"data:image/png;base64,AA==\"", NotebookHtml.Body(notebook), StringComparison.Ordinal);
    }

    [Fact]
    public void Headings_can_be_lowered_and_code_left_out()
    {
        var notebook = new Notebook(
            [new MarkdownCell("# A"), new CodeCell("var x;"), new CodeCell("y") { Outputs = [new StreamOutput("stdout", "out")] }]);
        string html = NotebookHtml.Body(notebook, new NotebookHtmlOptions { HeadingOffset = 2, ShowCode = false });
        Assert.Contains("<h3 id=\"a\">A</h3>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<code>", html, StringComparison.Ordinal);
        Assert.Contains("out", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("var x = 1; // note", "nb-keyword:var nb-number:1 nb-comment:// note")]
    [InlineData("List<Point> p = new();", "nb-type:List nb-type:Point nb-keyword:new")]
    [InlineData("Console.WriteLine($\"a{b}c\");", "nb-type:Console nb-method:WriteLine nb-string:$\" nb-string:a nb-string:c nb-string:\"")]
    [InlineData("#r \"nuget: X, 1\"\nawait F();", "nb-directive:#r \"nuget: X, 1\"\n nb-keyword:await nb-method:F")]
    [InlineData("record R(int A);", "nb-keyword:record nb-type:R nb-keyword:int")]
    public void Code_is_coloured_by_what_it_is(string code, string expected) =>
        Assert.Equal(expected, string.Join(' ', Coloured()
            .Matches(CodeHtml.Highlight(code, "nb"))
            .Select(match => $"{match.Groups[1].Value}:{WebUtility.HtmlDecode(match.Groups[2].Value)}")));

    [Theory]
    [InlineData("var x = <<< \"unfinished\n#if A\n y\n#endif }} ''")]
    [InlineData("/* open")]
    [InlineData("\"\"\"\nraw <b>\n\"\"\" + @\"v\" + 'c' + 1e3m")]
    public void Code_keeps_its_text_whatever_it_is(string code) =>
        Assert.Equal(code, WebUtility.HtmlDecode(Tag().Replace(CodeHtml.Highlight(code, "nb"), "")));

    [Fact]
    public void Every_class_and_rule_has_the_prefix()
    {
        var notebook = new Notebook([
            new MarkdownCell("a"),
            new RawCell("b"),
            new CodeCell("var c = 1;") { Outputs = [new StreamOutput("stderr", "e"), new ErrorOutput("a", "b", ["c"])] }
        ]);
        string html = NotebookHtml.Body(notebook, new NotebookHtmlOptions { ClassPrefix = "zz" });
        Assert.All(ClassValue().Matches(html).SelectMany(match => match.Groups[1].Value.Split(' ')), name =>
            Assert.StartsWith("zz", name, StringComparison.Ordinal));
        Assert.DoesNotContain("nb", NotebookHtml.CssFor("zz"), StringComparison.Ordinal);
        Assert.Equal(NotebookHtml.CssFor("nb"), NotebookHtml.Css);
    }

    [Fact]
    public void Two_notebooks_on_one_page_share_no_id()
    {
        var notebook = new Notebook([new MarkdownCell("# A"), new CodeCell("1")]);
        string page = NotebookHtml.Body(notebook, new NotebookHtmlOptions { IdPrefix = "one-" })
            + NotebookHtml.Body(notebook, new NotebookHtmlOptions { IdPrefix = "two-" });
        string[] ids = [.. IdValue().Matches(page).Select(match => match.Groups[1].Value)];
        Assert.Equal(6, ids.Length);
        Assert.Equal(ids.Length, ids.Distinct().Count());
    }

    [Fact]
    public void A_page_is_whole_has_its_title_and_loads_nothing()
    {
        string page = NotebookHtml.Page(new Notebook([new MarkdownCell("text\n\n# A < B\n"), new CodeCell("1")]));
        Assert.StartsWith("<!DOCTYPE html>\n<html lang=\"en\">", page, StringComparison.Ordinal);
        Assert.Contains("<title>A &lt; B</title>", page, StringComparison.Ordinal);
        Assert.Contains("prefers-color-scheme: dark", page, StringComparison.Ordinal);
        Assert.Contains("@media print", page, StringComparison.Ordinal);
        Assert.DoesNotMatch("""(?i)(src|href)\s*=\s*["']?(https?:)?//|@import|url\(""", page);
        Assert.EndsWith("</html>\n", page, StringComparison.Ordinal);
    }

    private static string Body(params NotebookCell[] cells) =>
        NotebookHtml.Body(new Notebook(cells), new NotebookHtmlOptions { IdPrefix = "p-" });

    private static string Shown(params (string Type, string Content)[] forms) => Body(new CodeCell("")
    {
        Outputs = [new DisplayDataOutput(forms.Aggregate(MimeBundle.Empty, (bundle, form) => bundle.With(form.Type, form.Content)))],
    });

    [GeneratedRegex("<span class=\"([^\"]+)\">([^<]*)</span>")]
    private static partial Regex Coloured();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();

    [GeneratedRegex("class=\"([^\"]+)\"")]
    private static partial Regex ClassValue();

    [GeneratedRegex("\\sid=\"([^\"]+)\"")]
    private static partial Regex IdValue();
}
