using System.Collections.Immutable;
using CSharpNotebook.Checking;
using CSharpNotebook.Format;

namespace CSharpNotebook.Tests.Checking;

/// <summary>What counts as the same output, and how a difference is reported.</summary>
public sealed class ComparisonTests
{
    private const string Png = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYPhfDwAChAGA2o6bGAAAAABJRU5ErkJggg==";

    [Theory]
    [InlineData("a\nb\n", "a\r\nb")]
    [InlineData("mean 1.00000000001", "mean 1")]
    [InlineData("x  1.5", "x 1.50000000000001")]
    [InlineData("-0.0 NaN 1e-20", "0 NaN 0")]
    [InlineData("at 2025-01-02T10:11:12.5Z in 12.5 ms", "at 2026-12-31 01:02:03 in 3 ms")]
    [InlineData("id 0f8fad5b-d9cb-469f-a165-70867728950e", "id 7c9e6679-7425-40de-944b-e07fc1f90ae7")]
    [InlineData("read /home/ann/data/a.csv", "read /tmp/x/y.csv")]
    [InlineData("read C:\\Users\\ann\\a.csv, done", "read /tmp/x/y.csv, done")]
    [InlineData("object at 0x7f8a9b10", "object at 0x00001234")]
    [InlineData("\u001b[31mred\u001b[0m", "red")]
    [InlineData("10%\r50%\rdone\n", "done\n")]
    public void Text_may_differ_in_what_says_nothing_about_the_result(string expected, string actual) =>
        Assert.Empty(Text(expected, actual));

    [Theory]
    [InlineData("mean 1.5", "mean 1.6", "line 1")]
    [InlineData("a\nb 2\nc", "a\nb 3\nc", "line 2")]
    [InlineData("x1", "x2", "line 1")]
    [InlineData("HR 1.39-4.72", "HR 1.39-4.73", "line 1")]
    [InlineData("1.2.3", "1.2.4", "line 1")]
    [InlineData("10 < 20", "10 > 20", "line 1")]
    [InlineData("a 1", "a NaN", "line 1")]
    [InlineData("see /usr", "see /bin", "line 1")]
    public void Text_that_differs_is_shown_with_its_line(string expected, string actual, string place)
    {
        OutputDifference difference = Assert.Single(Text(expected, actual));
        Assert.Equal(("stdout", place), (difference.Output, difference.Place));
    }

    [Fact]
    public void A_difference_is_one_sentence()
    {
        Assert.Equal("cell 5 (code cell 3), stdout, line 2: \"b 2\" was expected, \"b 3\" came", Text("a\nb 2", "a\nb 3")[0].ToString());
        Assert.Equal("cell 5 (code cell 3), stdout, line 2: \"b\" was expected, nothing came", Text("a\nb\nc", "a")[0].ToString());
        Assert.Equal("cell 5 (code cell 3), stdout: nothing was expected, \"a\" came", Text("", "a\n")[0].ToString());
    }

    [Fact]
    public void Tolerances_are_those_that_were_given()
    {
        Assert.Empty(Text("100", "101", new ComparisonOptions { RelativeTolerance = 0.01 }));
        Assert.Single(Text("100", "101.1", new ComparisonOptions { RelativeTolerance = 0.01 }));
        Assert.Empty(Text("0", "0.1", new ComparisonOptions { AbsoluteTolerance = 0.1 }));
        Assert.Single(Text("1", "1.0000000001", new ComparisonOptions { RelativeTolerance = 0, AbsoluteTolerance = 0 }));
        Assert.Single(Text("in 12 ms", "in 13 ms", new ComparisonOptions { Sanitizer = OutputSanitizer.None }));
    }

    [Fact]
    public void Tables_are_compared_cell_by_cell()
    {
        const string Before =
            "<p>Fit</p><table class='a'><thead><tr><th>term</th><th>HR</th></tr></thead><tbody><tr><td>age</td><td>1.01</td></tr><tr><td>sex</td><td>0.6</td></tr></tbody></table>";
        Assert.Empty(Html(Before, Before.Replace("class='a'", "id='x'", StringComparison.Ordinal)
            .Replace("0.6", " 0.6000000000001 ", StringComparison.Ordinal)));
        Assert.Equal(
            "cell 5 (code cell 3), output 1 (text/html), table, row 3, column 2 (HR): \"0.6\" was expected, \"0.7\" came",
            Assert.Single(Html(Before, Before.Replace("0.6", "0.7", StringComparison.Ordinal))).ToString());
        Assert.Equal(
            ("table, row 3", "sex | 0.6", null),
            Only(Html(Before, Before.Replace("<tr><td>sex</td><td>0.6</td></tr>", "", StringComparison.Ordinal))));
        Assert.Equal(("text", "Fit", "Refit"), Only(Html(Before, Before.Replace("Fit", "Refit", StringComparison.Ordinal))));
        Assert.Equal(3, Html(Before + Before, Before.Replace("age", "Age", StringComparison.Ordinal)).Length);
        Assert.Empty(Html("<style>a{}</style><b>x</b><script>1</script>", "<b>x</b>"));
    }

    [Fact]
    public void Pictures_are_compared_by_hash()
    {
        string changed = Convert.ToBase64String([.. Convert.FromBase64String(Png)[..^1], 0]);
        Assert.Empty(Rich("image/png", Png, Png.Insert(40, "\n")));
        OutputDifference difference = Assert.Single(Rich("image/png", Png, changed));
        Assert.StartsWith("image/png of 70 bytes, SHA-256 ", difference.Expected, StringComparison.Ordinal);
        Assert.NotEqual(difference.Expected, difference.Actual);
        Assert.Empty(Rich("image/svg+xml", "<svg>\n<path d='M0 1'/></svg>", "<svg>\r\n<path d='M0 1'/></svg>\n"));
        Assert.Single(Rich("image/svg+xml", "<svg><path d='M0 1'/></svg>", "<svg><path d='M0 2'/></svg>"));
        Assert.Equal(
            "picture 1",
            Assert.Single(Html($"<img src='data:image/png;base64,{Png}'>", $"<img src='data:image/png;base64,{changed}'>")).Place);
        Assert.Equal("picture 1", Assert.Single(Html("<p>a</p><svg><path d='M0 1'/></svg>", "<p>a</p><svg><path d='M0 2'/></svg>")).Place);
    }

    [Fact]
    public void Json_is_compared_by_its_structure()
    {
        Assert.Empty(Rich("application/json", """{"a": 1, "b": [1.0, "x"]}""", """{"b":[1,"x"],"a":1.00000000000001}"""));
        OutputDifference[] differences = [.. Rich("application/json", """{"a": 1, "b": [1, 2]}""", """{"a": "1", "b": [1], "c": null}""")];
        Assert.Equal(
            [("$.a", "1", "\"1\""), ("$.b[1]", "2", null), ("$.c", null, "null")],
            differences.Select(difference => (difference.Place, difference.Expected, difference.Actual)));
    }

    [Fact]
    public void Errors_are_compared_by_name_and_outputs_by_number_and_kind()
    {
        CodeCell error = Cell(new ErrorOutput("CS0103", "The name 'x' does not exist", ["a"]));
        Assert.Empty(Compare(error, Cell(new ErrorOutput("CS0103", "another", []))));
        Assert.Equal(("", "CS0103", "CS0246"), Only(Compare(error, Cell(new ErrorOutput("CS0246", "y", [])))));
        Assert.Equal(("", "CS0103", null), Only(Compare(error, Cell())));
        Assert.Equal(("", null, "CS0103: The name 'x' does not exist"), Only(Compare(Cell(), error)));
        CodeCell shown = Cell(new DisplayDataOutput(MimeBundle.Empty.With("text/plain", "a")));
        Assert.Equal(("", "a", null), Only(Compare(shown, Cell())));
        Assert.Equal(
            ("kind of output", "display_data", "execute_result"),
            Only(Compare(shown, Cell(new ExecuteResultOutput(1, MimeBundle.Empty.With("text/plain", "a"))))));
        Assert.Equal(
            ("", null, "a text/html"),
            Only(Compare(shown, Cell(new DisplayDataOutput(MimeBundle.Empty.With("text/plain", "a").With("text/html", "a"))))));
    }

    [Fact]
    public void How_the_streams_are_cut_and_mixed_does_not_count() => Assert.Empty(Compare(
        Cell(new StreamOutput("stdout", "a\n"), new StreamOutput("stderr", "e\n"), new StreamOutput("stdout", "b\n")),
        Cell(new StreamOutput("stderr", "e\n"), new StreamOutput("stdout", "a\nb\n"))));

    [Fact]
    public void Rules_of_a_file_come_first()
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(
                path, "# what changes\n[seed]\nregex: seed \\d+\nreplace: SEED\n\n[versions]\nregex: v(\\d)\\.\\d\nreplace: v$1\n");
            var options = new ComparisonOptions { Sanitizer = OutputSanitizer.Default.WithRulesOf(path) };
            Assert.Empty(Text("seed 12 v1.2 in 3 ms", "seed 7 v1.3 in 9 ms", options));
            Assert.Single(Text("seed 12 v1.2", "seed 12 v2.2", options));
            File.WriteAllText(path, "[a]\nreplace: x\n");
            Assert.Equal(
                $"{path}, line 2: [name], then regex: PATTERN, then replace: TEXT was expected.",
                Assert.Throws<FormatException>(() => OutputSanitizer.None.WithRulesOf(path)).Message);
            File.WriteAllText(path, "[a]\nregex: (\nreplace: x\n");
            Assert.StartsWith(
                $"{path}, line 2: this is not a regular expression",
                Assert.Throws<FormatException>(() => OutputSanitizer.None.WithRulesOf(path)).Message,
                StringComparison.Ordinal);
            File.WriteAllText(path, "[a]\nregex: x\n");
            Assert.Equal(
                $"{path}: the last regex has no replace: TEXT after it.",
                Assert.Throws<FormatException>(() => OutputSanitizer.None.WithRulesOf(path)).Message);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static ImmutableArray<OutputDifference> Text(string expected, string actual, ComparisonOptions? options = null) =>
        Compare(Cell(new StreamOutput("stdout", expected)), Cell(new StreamOutput("stdout", actual)), options);

    private static ImmutableArray<OutputDifference> Html(string expected, string actual) => Rich("text/html", expected, actual);

    private static ImmutableArray<OutputDifference> Rich(string type, string expected, string actual) =>
        Compare(Cell(new ExecuteResultOutput(1, MimeBundle.Empty.With(type, expected))), Cell(
            new ExecuteResultOutput(2, MimeBundle.Empty.With(type, actual))));

    private static ImmutableArray<OutputDifference> Compare(CodeCell expected, CodeCell actual, ComparisonOptions? options = null) =>
        new NotebookComparison(options).Compare(expected, actual, 5, 3);

    private static (string, string?, string?) Only(ImmutableArray<OutputDifference> differences)
    {
        OutputDifference difference = Assert.Single(differences);
        return (difference.Place, difference.Expected, difference.Actual);
    }

    private static CodeCell Cell(params CellOutput[] outputs) => new("x") { Outputs = [.. outputs] };
}
