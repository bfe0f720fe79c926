using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>A MaxCombo test: <see cref="MaxCombo"/>.</summary>
public sealed class MaxComboResult : IResult
{
    private readonly double[,] _correlation;

    internal MaxComboResult(
        ComparisonData data,
        MaxComboOptions options,
        ImmutableArray<MaxComboTest> tests,
        double[,] correlation,
        MaxComboTest strongest,
        double p,
        double error)
    {
        Formula = data.Formula;
        Groups = data.Names;
        Observations = data.GroupSizes().Sum();
        Omitted = data.Omitted;
        Options = options;
        Tests = tests;
        _correlation = correlation;
        Strongest = strongest;
        P = p;
        PError = error;
    }

    /// <summary>The formula of the test.</summary>
    public string Formula { get; }

    /// <summary>The options of the test.</summary>
    public MaxComboOptions Options { get; }

    /// <summary>The two groups; the statistics are those of the second.</summary>
    public ImmutableArray<string> Groups { get; }

    /// <summary>The number of observations used.</summary>
    public int Observations { get; }

    /// <summary>The number of rows left out because a value was missing.</summary>
    public int Omitted { get; }

    /// <summary>The weighted log-rank tests, in the order of the weights.</summary>
    public ImmutableArray<MaxComboTest> Tests { get; }

    /// <summary>The test whose statistic is the maximum.</summary>
    public MaxComboTest Strongest { get; }

    /// <summary>The P value of the maximum.</summary>
    public double P { get; }

    /// <summary>An estimate of the numerical error of <see cref="P"/> that is seldom exceeded; 0 for a single weight.</summary>
    public double PError { get; }

    /// <summary>The correlation of two of the statistics if both groups had the same hazard.</summary>
    /// <param name="first">Place of the first statistic.</param>
    /// <param name="second">Place of the second statistic.</param>
    public double Correlation(int first, int second) => _correlation[first, second];

    /// <summary>A row for each weight: rho, gamma, statistic, variance, z, p.</summary>
    public DataFrame ToDataFrame() => new(
        new DoubleDataFrameColumn("rho", Tests.Select(test => test.Weight.Rho)),
        new DoubleDataFrameColumn("gamma", Tests.Select(test => test.Weight.Gamma)),
        new DoubleDataFrameColumn("statistic", Tests.Select(test => test.Statistic)),
        new DoubleDataFrameColumn("variance", Tests.Select(test => test.Variance)),
        new DoubleDataFrameColumn("z", Tests.Select(test => test.Z)),
        new DoubleDataFrameColumn("p", Tests.Select(test => test.P)));

    /// <summary>A row for each weight: Z and P; the P value of the maximum below.</summary>
    public ImmutableArray<TableModel> ToTables()
    {
        string maximum =
            $"Maximum at {Strongest.Weight}: Z = {NumberText.Format(Strongest.Z, NumberKind.Statistic)}, {PValue.Sentence(P)} ({Alternative}).";
        return
        [
            new(
                ResultSentences.Title("MaxCombo test", Formula),
                [new("weight", TableAlignment.Left), .. TableColumns.Numbers("Z", "P")],
                Tests.Select(test => new TableRow(
                    [test.Weight.ToString(), TableCell.Number(test.Z, NumberKind.Statistic), TableCell.Number(test.P, NumberKind.P)])),
                [maximum, .. ResultSentences.LeftOut(Omitted)]),
        ];
    }

    /// <inheritdoc/>
    public ResultRecord ToRecord() => new()
    {
        ["formula"] = Formula,
        ["groups"] = Groups,
        ["n"] = Observations,
        ["omitted"] = Omitted,
        ["alternative"] = Options.Alternative,
        ["tests"] = Tests.Select(OfTest),
        ["maximum"] = OfTest(Strongest),
        ["p"] = P,
    };

    /// <summary>The summary a statistician expects: each weight's Z and P, then the P value of the maximum.</summary>
    public override string ToString() => this.ToText();

    private string Alternative => Options.Alternative switch
    {
        MaxComboAlternative.TwoSided => "two-sided",
        MaxComboAlternative.SecondLivesLonger => $"one-sided: {Groups[1]} lives longer",
        _ => $"one-sided: {Groups[1]} lives shorter",
    };

    private static ResultRecord OfTest(MaxComboTest test) =>
        new() { ["rho"] = test.Weight.Rho, ["gamma"] = test.Weight.Gamma, ["z"] = test.Z, ["p"] = test.P };
}
