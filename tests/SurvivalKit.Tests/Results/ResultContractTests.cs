using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.Data.Analysis;

namespace SurvivalKit.Tests;

/// <summary>Every public result of the library in every format.</summary>
public sealed partial class ResultContractTests
{
    private static readonly Assembly Library = typeof(IResult).Assembly;

    public static TheoryData<string> Results => [.. Library.GetExportedTypes().Where(IsResult).Select(type => type.Name)];

    [Fact]
    public void What_has_a_frame_is_a_result() => Assert.Empty(Library.GetExportedTypes()
        .Where(type => type.GetMethod("ToDataFrame", []) is not null && !type.IsInterface && !IsResult(type))
        .Select(type => type.Name));

    [Theory]
    [MemberData(nameof(Results))]
    public void Is_its_own_text(string name)
    {
        IResult result = Sample(name);

        Assert.Equal(result.ToText(), result.ToString());
        Assert.Equal(result.ToText(), result.Write(ResultFormat.Text));
    }

    [Theory]
    [MemberData(nameof(Results))]
    public void Says_the_same_in_every_printed_form(string name)
    {
        IResult result = Sample(name);
        string text = result.ToText();
        string markdown = result.ToMarkdown();
        string latex = result.ToLatex();
        XElement html = XElement.Parse("<div>" + result.ToHtml().Replace("<br>", "<br/>", StringComparison.Ordinal) + "</div>");

        Assert.All(result.ToTables().SelectMany(table => table.Rows).SelectMany(row => row.Cells)
            .Where(cell => cell.Value is not null), cell =>
        {
            Assert.Contains(cell.Text, text, StringComparison.Ordinal);
            Assert.Contains(cell.Text, html.Value, StringComparison.Ordinal);
            Assert.Contains(cell.Text.Replace("<", "\\<", StringComparison.Ordinal), markdown, StringComparison.Ordinal);
        });
        Assert.All(result.ToTables()
            .SelectMany(table => table.Lead.Concat(table.Cautions).Concat(table.Notes.Select(note => note.Text))), sentence =>
        {
            Assert.Contains(sentence, text, StringComparison.Ordinal);
            Assert.Contains(sentence, html.Value, StringComparison.Ordinal);
        });
        Assert.Equal(Numbers(text), Numbers(string.Join(" ", html.DescendantNodes().OfType<XText>().Select(node => node.Value))));
        Assert.Equal(latex.Count(c => c == '{'), latex.Count(c => c == '}'));
        Assert.DoesNotContain("NaN", text + markdown + latex, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Results))]
    public void Tells_how_many_rows_were_left_out(string name)
    {
        IResult result = Sample(name);
        if (result.GetType().GetProperty("Omitted")?.GetValue(result) is not int omitted)
        {
            return;
        }

        string row = omitted == 1 ? "1 row left out" : $"{omitted} rows left out";
        Assert.True(omitted > 0, "The sample has no row to leave out.");
        Assert.All(
            (ResultFormat[])[ResultFormat.Text, ResultFormat.Markdown, ResultFormat.Html, ResultFormat.Latex],
            format => Assert.Contains(row, result.Write(format), StringComparison.Ordinal));
        Assert.Equal(omitted, JsonDocument.Parse(result.Write(ResultFormat.Json)).RootElement.GetProperty("omitted").GetInt32());
    }

    [Theory]
    [MemberData(nameof(Results))]
    public void Has_a_record_and_plain_columns_with_all_digits(string name)
    {
        IResult result = Sample(name);
        DataFrame frame = result.ToDataFrame();
        string[] lines = result.ToCsv().Split('\n');

        Assert.NotEmpty(JsonDocument.Parse(result.Write(ResultFormat.Json)).RootElement.EnumerateObject());
        Assert.Equal(frame.Columns.Count, frame.Columns.Select(column => column.Name).Distinct().Count());
        Assert.Equal(frame.Rows.Count + 1, lines.Length);
        if (frame.Columns.OfType<DoubleDataFrameColumn>().FirstOrDefault(column => column.NullCount < column.Length) is { } numbers)
        {
            long row = Enumerable.Range(0, (int)numbers.Length).First(place => numbers[place] is not null);
            Assert.Contains(numbers[row]!.Value.ToString("R", CultureInfo.InvariantCulture), lines[row + 1], StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Cautions_are_in_every_form()
    {
        CoxFit fit = CoxModel.Fit(
            new DataFrame(
                new DoubleDataFrameColumn("time", [1.0, 2, 3, 4, 5, 6]),
                new DoubleDataFrameColumn("status", [1.0, 1, 1, 0, 0, 0]),
                new DoubleDataFrameColumn("x", [1.0, 1, 1, 0, 0, 0])),
            "Surv(time, status) ~ x");
        CountTests tests = ProportionTests.All(new ContingencyTable(Table(9, 9, 400)));

        Assert.Equal(FitStatus.Separation, fit.Status);
        Assert.NotEmpty(fit.Cautions);
        Assert.NotEmpty(tests.Cautions);
        Assert.All(fit.Cautions, caution => InEveryForm(new CombinedResult(fit), caution));
        Assert.All(fit.Cautions, caution => InEveryForm(RegressionTable.Build(fit), caution));
        Assert.All(fit.Cautions, caution => InEveryForm(RegressionTable.Of(fit), caution));
        Assert.All(tests.Cautions, caution => InEveryForm(tests, caution));

        static void InEveryForm(IResult result, string caution) => Assert.All(
            (ResultFormat[])[ResultFormat.Text, ResultFormat.Markdown, ResultFormat.Html, ResultFormat.Latex, ResultFormat.Json],
            format => Assert.Contains(caution, result.Write(format).Replace("\\", "", StringComparison.Ordinal), StringComparison.Ordinal));

        static int[,] Table(int rows, int columns, int least)
        {
            var counts = new int[rows, columns];
            for (int row = 0; row < rows; row++)
            {
                for (int column = 0; column < columns; column++)
                {
                    counts[row, column] = least + (7 * row) + (row * column);
                }
            }

            return counts;
        }
    }

    private static bool IsResult(Type type) => typeof(IResult).IsAssignableFrom(type) && type is { IsInterface: false, IsAbstract: false };

    private static IResult Sample(string name) => Assert.Single(ResultSamples.All, sample => sample.Key.Name == name).Value();

    private static string[] Numbers(string text) => [.. Number().Matches(text).Select(match => match.Value).Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"−?\d+\.\d+")]
    private static partial Regex Number();
}
