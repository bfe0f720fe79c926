using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>A comparison of cumulative incidences between groups, cause by cause: <see cref="GrayTest"/>.</summary>
public sealed class GrayTestResult : IResult
{
    internal GrayTestResult(
        string formula, GrayTestOptions options, ImmutableArray<GrayCauseTest> causes, int observations, int omitted)
    {
        Formula = formula;
        Options = options;
        Causes = causes;
        Observations = observations;
        Omitted = omitted;
    }

    /// <summary>The formula of the test.</summary>
    public string Formula { get; }

    /// <summary>The options of the test.</summary>
    public GrayTestOptions Options { get; }

    /// <summary>The test of each cause, in the order of the status's levels.</summary>
    public ImmutableArray<GrayCauseTest> Causes { get; }

    /// <summary>The level of the status that was taken as censoring.</summary>
    public string? Censored { get; internal init; }

    /// <summary>The number of observations used.</summary>
    public int Observations { get; }

    /// <summary>The number of rows left out because a value was missing.</summary>
    public int Omitted { get; }

    /// <summary>What to know of the data before the numbers are used, a sentence each: <see cref="ModelFrame.Cautions"/>.</summary>
    public ImmutableArray<string> Cautions { get; internal init; } = [];

    /// <summary>The test of a cause by its name.</summary>
    /// <param name="cause">The name: a level of the status.</param>
    /// <exception cref="SurvivalDataException">There is no such cause; the message lists those there are.</exception>
    public GrayCauseTest this[string cause] => Causes.FirstOrDefault(candidate => candidate.Cause == cause)
        ?? throw new SurvivalDataException(
            $"There is no cause \"{cause}\"; the test has {string.Join("; ", Causes.Select(candidate => candidate.Cause))}.");

    /// <summary>A row for each cause and group: cause, group, n, observed, expected, chi_square, df, p; the test is the same in each row of
    /// a cause.</summary>
    public DataFrame ToDataFrame()
    {
        (GrayCauseTest Test, LogRankGroup Group)[] rows = [.. Causes.SelectMany(test => test.Groups.Select(group => (test, group)))];
        return new DataFrame(
            new FactorColumn("cause", rows.Select(row => row.Test.Cause), Causes.Select(test => test.Cause)),
            new FactorColumn("group", rows.Select(row => row.Group.Group), Causes[0].Groups.Select(group => group.Group)),
            new Int32DataFrameColumn("n", rows.Select(row => row.Group.Observations)),
            new DoubleDataFrameColumn("observed", rows.Select(row => row.Group.Observed)),
            new DoubleDataFrameColumn("expected", rows.Select(row => row.Group.Expected)),
            FrameColumn.Numbers("chi_square", rows.Select(row => row.Test.ChiSquare)),
            new Int32DataFrameColumn("df", rows.Select(row => row.Test.DegreesOfFreedom)),
            FrameColumn.Numbers("p", rows.Select(row => row.Test.P)));
    }

    /// <summary>A row for each cause and group, with the tests below.</summary>
    public ImmutableArray<TableModel> ToTables() =>
    [
        new(
            ResultSentences.Title(
                Options.Rho == 0 ? "Gray's test" : FormattableString.Invariant($"Gray's test (rho = {Options.Rho})"), Formula),
            [new("cause", TableAlignment.Left), CurveTables.Group, .. TableColumns.Numbers("n", "observed", "expected")],
            Causes.SelectMany(test => test.Groups.Select(group => new TableRow(
            [
                test.Cause,
                group.Group,
                TableCell.Number(group.Observations, NumberKind.Count),
                TableCell.Number(group.Observed, NumberKind.Count),
                TableCell.Number(group.Expected, NumberKind.Statistic),
            ]))),
            [
                .. Causes.Select(test => new TableNote(
                    $"{test.Cause}: {TestSentence.ChiSquare(test.ChiSquare, test.DegreesOfFreedom, test.P)}")),
                .. IncidenceTables.Censoring(Censored),
                .. ResultSentences.LeftOut(Omitted),
            ])
        {
            Cautions = Cautions,
        },
    ];

    /// <inheritdoc/>
    public ResultRecord ToRecord() => new()
    {
        ["formula"] = Formula,
        ["rho"] = Options.Rho,
        ["n"] = Observations,
        ["omitted"] = Omitted,
        ["censored"] = Censored,
        ["tests"] = Causes.Select(test => new ResultRecord
        {
            ["cause"] = test.Cause,
            ["chiSquare"] = test.ChiSquare,
            ["df"] = test.DegreesOfFreedom,
            ["p"] = test.P,
            ["groups"] = test.Groups.Select(group => new ResultRecord
            {
                ["group"] = group.Group,
                ["n"] = group.Observations,
                ["observed"] = group.Observed,
                ["expected"] = group.Expected,
            }),
        }),
    };

    /// <summary>The summary a statistician expects.</summary>
    public override string ToString() => this.ToText();
}
