using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>A MaxCombo test: <see cref="MaxCombo"/>.</summary>
public sealed class MaxComboResult
{
    private readonly double[,] _correlation;

    internal MaxComboResult(
        ComparisonData data, MaxComboOptions options, ImmutableArray<MaxComboTest> tests, double[,] correlation, MaxComboTest strongest, double p, double error)
    {
        Formula = data.Formula;
        Groups = data.Names;
        Observations = data.Sample.Count;
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

    /// <summary>What the test was asked for.</summary>
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

    /// <summary>The summary a statistician expects: each weight's Z and P, then the P value of the maximum.</summary>
    public override string ToString()
    {
        var grid = new TextGrid("", "Z", "P");
        foreach (MaxComboTest test in Tests)
        {
            grid.Add(test.Weight.ToString(), NumberText.Statistic(test.Z), PValue.Format(test.P));
        }

        string head = Formula.Length == 0 ? "MaxCombo test" : $"MaxCombo test: {Formula}";
        string alternative = Options.Alternative switch
        {
            MaxComboAlternative.TwoSided => "two-sided",
            MaxComboAlternative.SecondLivesLonger => $"one-sided: {Groups[1]} lives longer",
            _ => $"one-sided: {Groups[1]} lives shorter",
        };
        string tail = Omitted == 0 ? "" : $"\n{TextGrid.LeftOut(Omitted)}.";
        return string.Create(
            CultureInfo.InvariantCulture, $"{head}\n\n{grid}\n\nmaximum at {Strongest.Weight}: Z = {NumberText.Statistic(Strongest.Z)}, {PValue.Sentence(P)} ({alternative}){tail}");
    }
}
