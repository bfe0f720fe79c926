using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>A comparison of mean cumulative functions: <see cref="MeanCumulativeFunction.Test"/>.</summary>
public sealed class MeanCumulativeTest : IResult
{
    private MeanCumulativeTest(string formula, ImmutableArray<MeanCumulativeGroup> groups, double chiSquare, int degreesOfFreedom)
    {
        Formula = formula;
        Groups = groups;
        ChiSquare = chiSquare;
        DegreesOfFreedom = degreesOfFreedom;
    }

    /// <summary>The formula of the test.</summary>
    public string Formula { get; }

    /// <summary>Whether events can end.</summary>
    public bool HasTerminal { get; private init; }

    /// <summary>The groups.</summary>
    public ImmutableArray<MeanCumulativeGroup> Groups { get; }

    /// <summary>The test statistic.</summary>
    public double ChiSquare { get; }

    /// <summary>The number of groups in which events were expected, minus one.</summary>
    public int DegreesOfFreedom { get; }

    /// <summary>The P value of <see cref="ChiSquare"/>.</summary>
    public double P => ReferenceDistribution.ChiSquareUpper(ChiSquare, DegreesOfFreedom);

    /// <summary>The number of rows left out because a value is missing, or the weight is 0.</summary>
    public int Omitted { get; private init; }

    /// <summary>What to know of the data before the numbers are used, a sentence each.</summary>
    public ImmutableArray<string> Cautions { get; private init; } = [];

    /// <summary>A row for each group: group, n, events, difference, chi_square, df, p; the test is the same in each row.</summary>
    public DataFrame ToDataFrame() => new(
        new FactorColumn("group", Groups.Select(group => group.Group), Groups.Select(group => group.Group)),
        new Int32DataFrameColumn("n", Groups.Select(group => group.Subjects)),
        FrameColumn.Numbers("events", Groups.Select(group => group.Events)),
        FrameColumn.Numbers("difference", Groups.Select(group => group.Difference)),
        FrameColumn.Numbers("chi_square", Groups.Select(_ => ChiSquare)),
        new Int32DataFrameColumn("df", Groups.Select(_ => DegreesOfFreedom)),
        FrameColumn.Numbers("p", Groups.Select(_ => P)));

    /// <summary>A row for each group, with the test below.</summary>
    public ImmutableArray<TableModel> ToTables() =>
    [
        new(
            ResultSentences.Title("Comparison of mean cumulative functions", Formula),
            [CurveTables.Group, .. TableColumns.Numbers("subjects", "events", HasTerminal ? "difference" : "observed - expected")],
            Groups.Select(group => new TableRow(
            [
                group.Group,
                TableCell.Number(group.Subjects, NumberKind.Count),
                TableCell.Number(group.Events, NumberKind.Count),
                TableCell.Number(group.Difference, NumberKind.Statistic),
            ])),
            [
                new TableNote((HasTerminal ? "Ghosh-Lin test" : "Lawless-Nadeau test") + ": "
                    + TestSentence.ChiSquare(ChiSquare, DegreesOfFreedom, P) + "."),
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
        ["hasTerminal"] = HasTerminal,
        ["n"] = Groups.Sum(group => group.Subjects),
        ["omitted"] = Omitted,
        ["chiSquare"] = ChiSquare,
        ["df"] = DegreesOfFreedom,
        ["p"] = P,
        ["groups"] = Groups.Select(group => new ResultRecord
        {
            ["group"] = group.Group,
            ["n"] = group.Subjects,
            ["events"] = group.Events,
            ["difference"] = group.Difference,
        }),
    };

    /// <summary>The summary a statistician expects.</summary>
    public override string ToString() => this.ToText();

    internal static MeanCumulativeTest Of(string formula, RecurrentGroups groups, MeanComparison sums)
    {
        double[] observed = [.. sums.Expected.Zip(sums.Difference, (expected, difference) => expected + difference)];
        (double chiSquare, int freedom) = QuadraticForm.Evaluate(observed, sums.Expected, sums.Variance);
        SampleRows[] rows = groups.Sample.ByGroup();
        return new MeanCumulativeTest(
            formula,
            [
                .. groups.Groups.Names.Select((name, g) => new MeanCumulativeGroup(
                    name,
                    SubjectRows.Count(groups.Sample.Subjects, rows[g].Rows.Span),
                    RiskTable.Count(rows[g]).Events.Sum(),
                    sums.Difference[g])),
            ],
            chiSquare,
            freedom)
        {
            HasTerminal = groups.IsTerminal is not null,
            Omitted = groups.Frame.OmittedRows,
            Cautions = groups.Frame.Cautions,
        };
    }
}
