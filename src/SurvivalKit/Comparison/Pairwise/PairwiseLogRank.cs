using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>Pairwise comparisons of several groups:
/// <see cref="LogRank.Pairwise(DataFrame, string, PValueAdjustment, LogRankOptions?)"/>.</summary>
public sealed class PairwiseLogRank : IResult
{
    private PairwiseLogRank(
        string formula, LogRankOptions options, PValueAdjustment adjustment, ImmutableArray<PairwiseComparison> comparisons, int omitted)
    {
        Formula = formula;
        Options = options;
        Adjustment = adjustment;
        Comparisons = comparisons;
        Omitted = omitted;
    }

    /// <summary>The formula of the tests.</summary>
    public string Formula { get; }

    /// <summary>The options of the tests.</summary>
    public LogRankOptions Options { get; }

    /// <summary>How the P values were adjusted.</summary>
    public PValueAdjustment Adjustment { get; }

    /// <summary>The comparisons: the first group with each later one, then the second, and so on.</summary>
    public ImmutableArray<PairwiseComparison> Comparisons { get; }

    /// <summary>The number of rows left out because a value was missing.</summary>
    public int Omitted { get; }

    /// <summary>A row for each comparison: first, second, chi_square, df, p, adjusted_p.</summary>
    public DataFrame ToDataFrame() => new(
        new StringDataFrameColumn("first", Comparisons.Select(pair => pair.First)),
        new StringDataFrameColumn("second", Comparisons.Select(pair => pair.Second)),
        new DoubleDataFrameColumn("chi_square", Comparisons.Select(pair => pair.ChiSquare)),
        new Int32DataFrameColumn("df", Comparisons.Select(pair => pair.DegreesOfFreedom)),
        new DoubleDataFrameColumn("p", Comparisons.Select(pair => pair.P)),
        new DoubleDataFrameColumn("adjusted_p", Comparisons.Select(pair => pair.AdjustedP)));

    /// <summary>A row for each pair of groups: chi-square, P and adjusted P.</summary>
    public ImmutableArray<TableModel> ToTables() =>
    [
        new(
            ResultSentences.Title("Pairwise comparisons", Formula),
            [new("groups", TableAlignment.Left), .. TableColumns.Numbers("chi-square", "P", "adjusted P")],
            Comparisons.Select(pair => new TableRow(
            [
                $"{pair.First} vs {pair.Second}",
                TableCell.Number(pair.ChiSquare, NumberKind.Statistic),
                TableCell.Number(pair.P, NumberKind.P),
                TableCell.Number(pair.AdjustedP, NumberKind.P),
            ])),
            [$"{Options.TestName}; {Method}.", .. ResultSentences.LeftOut(Omitted)]),
    ];

    /// <inheritdoc/>
    public ResultRecord ToRecord() => new()
    {
        ["adjustment"] = Word,
        ["omitted"] = Omitted,
        ["comparisons"] = Comparisons.Select(pair => new ResultRecord
        {
            ["first"] = pair.First,
            ["second"] = pair.Second,
            ["chiSquare"] = pair.ChiSquare,
            ["df"] = pair.DegreesOfFreedom,
            ["p"] = pair.P,
            ["adjustedP"] = pair.AdjustedP,
        }),
    };

    /// <summary>The summary a statistician expects: a line for each pair of groups.</summary>
    public override string ToString() => this.ToText();

    internal static PairwiseLogRank Compute(ComparisonData data, PValueAdjustment adjustment, LogRankOptions options)
    {
        var results = new List<LogRankResult>();
        for (int first = 0; first < data.Names.Length; first++)
        {
            for (int second = first + 1; second < data.Names.Length; second++)
            {
                results.Add(LogRank.Test(data.OfTwoGroups(first, second), options));
            }
        }

        ImmutableArray<double> adjusted = AdjustedPValues.Adjust([.. results.Select(result => result.P)], adjustment);
        IEnumerable<PairwiseComparison> pairs = results.Zip(adjusted, (result, p) => new PairwiseComparison(
            result.Groups[0].Group, result.Groups[1].Group, result.ChiSquare, result.DegreesOfFreedom, result.P, p));
        return new PairwiseLogRank(data.Formula, options, adjustment, [.. pairs], data.Omitted);
    }

    private string Method => Adjustment switch
    {
        PValueAdjustment.None => "P values are not adjusted",
        PValueAdjustment.BenjaminiHochberg => "P values adjusted as by Benjamini and Hochberg",
        _ => $"P values adjusted as by {Adjustment.ToString()}",
    } + $" ({NumberText.Count(Comparisons.Length, "comparison")})";

    // As R's p.adjust names it, without regard to case.
    private string Word => Adjustment switch
    {
        PValueAdjustment.Holm => "holm",
        PValueAdjustment.Bonferroni => "bonferroni",
        PValueAdjustment.BenjaminiHochberg => "bh",
        _ => "none",
    };
}
