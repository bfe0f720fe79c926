using CSharpNotebook.Cells;
using CSharpNotebook.Format;
using CSharpNotebook.Languages.R;
using Microsoft.Data.Analysis;

namespace CSharpNotebook.Tests.Languages;

/// <summary>R, where the machine has it; without it the tests skip.</summary>
public sealed class RTests : SessionTest
{
    private const string Frame = """
        #r "nuget: Microsoft.Data.Analysis"
        using Microsoft.Data.Analysis;
        var patients = new DataFrame(
            new StringDataFrameColumn("name", new[] { "Zoë", "NA", null }),
            new Int32DataFrameColumn("age", new int?[] { 36, null, 50 }),
            new DoubleDataFrameColumn("dose", new double?[] { 0.1, double.NaN, null }),
            new BooleanDataFrameColumn("event", new bool?[] { true, false, null }),
            new DateTimeDataFrameColumn("seen", new DateTime?[] { new DateTime(2024, 2, 29, 13, 5, 0), null, new DateTime(1999, 12, 31) }));
        """;

    public RTests()
    {
        if (RProgram.Find(Environment.GetEnvironmentVariable("PATH")) is null)
        {
            Assert.Skip(RLanguage.NotFound);
        }
    }

    [Fact]
    public async Task Variables_stay_and_values_are_printed()
    {
        CellResult result = await RunWell("#!r\nx <- c(a = 1, b = 2.5)", "#!r\nx\ncat(\"no line end\")");
        Assert.Equal("  a   b \n1.0 2.5 \nno line end", Assert.IsType<StreamOutput>(Assert.Single(result.Outputs)).Text);
    }

    [Fact]
    public async Task A_data_frame_that_the_code_names_goes_in_with_types_and_missing_values()
    {
        CellResult result = await RunWell(
            Frame, "#!r\nstr(patients)\nis.na(patients$dose); is.nan(patients$dose); is.na(patients$name); attr(patients$seen, \"tzone\")");
        string text = Assert.IsType<StreamOutput>(Assert.Single(result.Outputs)).Text;
        Assert.Contains("'data.frame':\t3 obs. of  5 variables:", text, StringComparison.Ordinal);
        Assert.Contains(
            " $ name : chr  \"Zoë\" \"NA\" NA\n $ age  : int  36 NA 50\n $ dose : num  0.1 NaN NA\n $ event: logi  TRUE FALSE NA\n $ seen : POSIXct",
            text,
            StringComparison.Ordinal);
        Assert.EndsWith(
            "[1] FALSE  TRUE  TRUE\n[1] FALSE  TRUE FALSE\n[1] FALSE FALSE  TRUE\n[1] \"UTC\"\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_data_frame_comes_back_as_it_went()
    {
        await RunWell(Frame, "#!r --out copy\ncopy <- patients");
        DataFrame original = (DataFrame)(await RunWell("patients")).ReturnValue!;
        DataFrame copy = Assert.IsType<DataFrame>((await RunWell("copy")).ReturnValue);
        Assert.Equal(
            original.Columns.Select(column => (column.Name, column.GetType())),
            copy.Columns.Select(column => (column.Name, column.GetType())));
        Assert.Equal(original.Rows.SelectMany(row => row), copy.Rows.SelectMany(row => row));
    }

    [Fact]
    public async Task Factors_dates_and_row_names_come_out_as_texts_and_times()
    {
        await RunWell(
            "#!r --out d\nd <- data.frame(f = factor(c(\"b\", NA, \"a\")), day = as.Date(c(\"2024-02-29\", NA, \"1969-07-20\")), row.names = c(\"x\", \"y\", \"z\"))");
        DataFrame frame = (DataFrame)(await RunWell("d")).ReturnValue!;
        Assert.Equal(
            [["x", "b", new DateTime(2024, 2, 29)], ["y", null, null], ["z", "a", new DateTime(1969, 7, 20)]], frame.Rows.Select(
                row => row.ToArray()));
    }

    [Fact]
    public async Task What_R_assigns_hides_the_data_frame_of_csharp_and_what_csharp_changes_is_seen()
    {
        await RunWell(Frame, "patients[\"age\"][0] = 40;");
        Assert.Equal("[1] 90\n", TextOfStream(await RunWell("#!r\nsum(patients$age, na.rm = TRUE)")));
        Assert.Equal("[1] 90\n", TextOfStream(await RunWell(
            "#!r\npatients$age <- patients$age * 2L", "patients[\"age\"][0] = 1;", "#!r\nsum(patients$age, na.rm = TRUE) / 2")));
        Assert.Equal("[1] 51\n", TextOfStream(await RunWell("#!r --in patients\nsum(patients$age, na.rm = TRUE)")));
    }

    [Fact]
    public async Task Plain_values_vectors_lists_and_matrices_go_both_ways()
    {
        await RunWell(
            "var n = 3; var xs = new double?[] { 1.5, null }; var big = new[] { 1L, 5000000000L }; var names = new List<string> { \"a\", null };");
        Assert.Equal(
            " int 3\n num [1:2] 1.5 NA\n num [1:2] 1e+00 5e+09\n chr [1:2] \"a\" NA\n",
            TextOfStream(await RunWell("#!r --in n,xs,big,names\nstr(n); str(xs); str(big); str(names)")));
        await RunWell(
            "#!r --out whole,half,words,gaps,both,square,nothing\nwhole <- 7L; half <- c(.5, 1); words <- c(\"x\", NA); gaps <- c(1L, NA); both <- list(a = 1, b = list(TRUE)); square <- matrix(1:4, 2); nothing <- NULL");
        Assert.Equal("7 1 True 2 True 3 True", TextOf(await RunWell(
            "$\"{whole} {half[1]} {words[1] is null} {gaps.Length} {gaps[1] is null} {square[0, 1]} {nothing is null}\"")));
        Dictionary<string, object?> both = Assert.IsType<Dictionary<string, object?>>((await RunWell("both")).ReturnValue);
        Assert.Equal(1.0, both["a"]);
        Assert.Equal([true], Assert.IsType<object?[]>(both["b"]));
    }

    [Fact]
    public async Task A_variable_is_shared_by_its_name()
    {
        Assert.Equal("2.5", TextOf(await RunWell("#!r\nmy.mean <- 2.5", "#!share --from r my.mean --as mean\nmean")));
        Assert.Equal("There is no variable other in r; it has my.mean.", (await RunBadly("#!share --from r other")).Message);
        Assert.Equal(
            "The variable f cannot leave r: a function is neither a data frame nor made of vectors and lists.",
            (await RunBadly("#!r\nf <- function(x) x", "#!share --from r f")).Message);
        Assert.Equal("There is no variable g in r after the cell; --out names it.", (await RunBadly("#!r --out g\n1")).Message);
    }

    [Theory]
    [InlineData("#!html\n<p>\n#!r\nx <- 1\nstop(\"on purpose\")", 5, null, "on purpose")]
    [InlineData("#!r\nf <- function(x) {\n  y <- 1\n  log(x)\n}\nf(\"a\")", 4, null, "non-numeric argument to mathematical function")]
    [InlineData("#!r\nx <- 1\ny <- (2 +\n", 4, null, "unexpected end of input")]
    [InlineData("#!r\nx <- 1 2", 2, 8, "unexpected numeric constant")]
    public async Task An_error_is_told_with_the_line_of_the_cell(string cell, int line, int? column, string message)
    {
        CellFailure failure = await RunBadly(cell);
        Assert.Equal(message, failure.Message);
        Assert.Equal(line, failure.Line);
        Assert.Equal(column, failure.Column);
    }

    [Fact]
    public async Task What_came_before_an_error_is_shown_and_the_variables_stay()
    {
        CellResult result = await Run("#!r\nkept <- 3\nprint(\"before\")\nstop(\"x\")");
        Assert.Equal("[1] \"before\"\n", Assert.IsType<StreamOutput>(result.Outputs[0]).Text);
        Assert.Equal("[1] 3\n", TextOfStream(await RunWell("#!r\nkept")));
        Assert.Equal(
            "Warning: careful\n", Assert.IsType<StreamOutput>((await RunWell("#!r\nwarning(\"careful\", call. = FALSE)")).Outputs[0]).Text);
    }

    [Fact]
    public async Task Plots_are_pictures()
    {
        CellResult result = await RunWell("#!r\nplot(1:3)\nplot(3:1)");
        Assert.Equal(2, result.Outputs.Length);
        Assert.All(result.Outputs, output =>
            Assert.StartsWith("iVBORw0KGgo", Assert.IsType<DisplayDataOutput>(output).Data["image/png"], StringComparison.Ordinal));
        Assert.Empty((await RunWell("#!r\ninvisible(1)")).Outputs);
    }

    [Fact]
    public async Task An_endless_loop_is_interrupted_and_the_variables_stay()
    {
        await RunWell("#!r\nkept <- 5");
        await Interrupt("#!r\ncat(\"started\")\nwhile (TRUE) {}");
        Assert.Equal("[1] 6\n", TextOfStream(await RunWell("#!r\nkept + 1")));
    }

    [Fact]
    public async Task When_R_ends_the_cell_says_so_and_the_next_starts_it_again()
    {
        Assert.Equal(
            "R has ended, and its variables are gone; the next cell starts it again.", (await RunBadly("#!r\nx <- 1\nquit()")).Message);
        Assert.Equal("[1] FALSE\n", TextOfStream(await RunWell("#!r\nexists(\"x\")")));
    }

    [Fact]
    public async Task What_R_has_no_value_for_is_refused() =>
        Assert.Equal(
            "The variable clock cannot go to r: R has no value for a TimeSpan of TimeSpan.",
            (await RunBadly("var clock = TimeSpan.Zero;", "#!r --in clock\nclock")).Message);

    private static string TextOfStream(CellResult result) => Assert.IsType<StreamOutput>(Assert.Single(result.Outputs)).Text;
}
