using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>The effect of each term by event number, their average with the weights of the smallest variance, and the test that they are
/// the same (Wei, Lin and Weissfeld 1989, section 3).</summary>
public sealed class RecurrentEffects : IResult
{
    private readonly double _level;

    private RecurrentEffects(ImmutableArray<RecurrentEffect> effects, ImmutableArray<(string Term, TestResult Test)> equality, double level)
    {
        Effects = effects;
        Equality = equality;
        _level = level;
    }

    /// <summary>The effects: of each term those by event number, and then the average.</summary>
    public ImmutableArray<RecurrentEffect> Effects { get; }

    /// <summary>For each term Wald's test that its effect is the same on all events.</summary>
    public ImmutableArray<(string Term, TestResult Test)> Equality { get; }

    /// <summary>A row for each effect: term, event (missing: the average), coef, se, z, p, hazard_ratio, lower, upper.</summary>
    public DataFrame ToDataFrame() => new(
        new StringDataFrameColumn("term", Effects.Select(effect => effect.Term)),
        new Int32DataFrameColumn("event", Effects.Select(effect => effect.Number)),
        FrameColumn.Numbers("coef", Effects.Select(effect => effect.Coefficient)),
        FrameColumn.Numbers("se", Effects.Select(effect => effect.StandardError)),
        FrameColumn.Numbers("z", Effects.Select(effect => effect.Z)),
        FrameColumn.Numbers("p", Effects.Select(effect => effect.P)),
        FrameColumn.Numbers("hazard_ratio", Effects.Select(effect => effect.HazardRatio)),
        FrameColumn.Numbers("lower", Effects.Select(effect => effect.Lower)),
        FrameColumn.Numbers("upper", Effects.Select(effect => effect.Upper)));

    /// <summary>A row for each effect, with the tests below.</summary>
    public ImmutableArray<TableModel> ToTables() =>
    [
        new(
            "Effects by event",
            [
                new("term", TableAlignment.Left),
                new("event", TableAlignment.Left),
                .. TableColumns.Numbers("coef", "robust se", "z", "P", "HR"),
                .. TableColumns.Limits(_level),
            ],
            Effects.Select(effect => new TableRow(
            [
                effect.Term,
                effect.Number is { } number ? FormattableString.Invariant($"{number}") : "average",
                TableCell.Number(effect.Coefficient, NumberKind.Estimate),
                TableCell.Number(effect.StandardError, NumberKind.Error),
                TableCell.Number(effect.Z, NumberKind.Statistic),
                TableCell.Number(effect.P, NumberKind.P),
                TableCell.Number(effect.HazardRatio, NumberKind.Estimate),
                TableCell.Number(effect.Lower, NumberKind.Estimate),
                TableCell.Number(effect.Upper, NumberKind.Estimate),
            ])),
            Equality.Select(pair => new TableNote(CoxTables.Line($"{pair.Term}, the same effect on all events", pair.Test)))),
    ];

    /// <inheritdoc/>
    public ResultRecord ToRecord() => new()
    {
        ["level"] = _level,
        ["effects"] = Effects.Select(effect => new ResultRecord
        {
            ["term"] = effect.Term,
            ["event"] = effect.Number,
            ["coef"] = effect.Coefficient,
            ["robustSe"] = effect.StandardError,
            ["z"] = effect.Z,
            ["p"] = effect.P,
            ["hazardRatio"] = effect.HazardRatio,
            ["lower"] = effect.Lower,
            ["upper"] = effect.Upper,
        }),
        ["equality"] = Equality.Select(pair => new ResultRecord { ["term"] = pair.Term, ["test"] = CoxRecords.OfTest(pair.Test) }),
    };

    /// <summary>The summary a statistician expects.</summary>
    public override string ToString() => this.ToText();

    /// <summary>The effects of a fit in which each event differs from the first one.</summary>
    internal static RecurrentEffects Of(CoxFit fit, RecurrentColumns names, ImmutableArray<int> numbers)
    {
        string[] coefficients = [.. fit.Terms.Select(term => term.Name)];
        string[] terms = [.. coefficients.Where(name => !name.Contains(":" + names.Strata, StringComparison.Ordinal))];
        var effects = new List<RecurrentEffect>();
        var equality = new List<(string, TestResult)>();
        foreach (string term in terms)
        {
            // The effect on event k is the sum of the coefficients at these places.
            int[][] parts =
            [
                .. numbers.Select((number, k) => k == 0
                    ? [Array.IndexOf(coefficients, term)]
                    : (int[])[Array.IndexOf(coefficients, term), Array.IndexOf(coefficients, names.Difference(term, number))]),
            ];
            bool[] isKnown = [.. parts.Select(own => own.All(place => place >= 0 && double.IsFinite(fit.Terms[place].StandardError)))];
            effects.AddRange(numbers.Select((number, k) => isKnown[k]
                ? RecurrentEffect.Of(term, number, Value(parts[k]), Covariance(parts[k], parts[k]), fit.Options.Level)
                : RecurrentEffect.Of(term, number, double.NaN, double.NaN, fit.Options.Level)));
            int[][] known = [.. parts.Where((_, k) => isKnown[k])];
            var matrix = new double[known.Length, known.Length];
            for (int a = 0; a < known.Length; a++)
            {
                for (int b = 0; b < known.Length; b++)
                {
                    matrix[a, b] = Covariance(known[a], known[b]);
                }
            }

            double[] values = [.. known.Select(Value)];
            GeneralizedCholesky inverse = GeneralizedCholesky.Factorize(matrix);
            double[] weights = inverse.Solve([.. values.Select(_ => 1.0)]);
            double total = weights.Sum();
            double average = weights.Zip(values, (weight, value) => weight * value).Sum() / total;
            effects.Add(RecurrentEffect.Of(term, null, average, 1 / total, fit.Options.Level));
            if (values.Length > 1)
            {
                double[] apart = [.. values.Select(value => value - average)];
                double chiSquare = inverse.Solve(apart).Zip(apart, (a, b) => a * b).Sum();
                int freedom = values.Length - 1;
                equality.Add((term, new TestResult(
                    TestKind.Wald, chiSquare, freedom, ReferenceDistribution.ChiSquareUpper(chiSquare, freedom))));
            }
        }

        return new RecurrentEffects([.. effects], [.. equality], fit.Options.Level);

        double Value(int[] places) => places.Sum(place => fit.Terms[place].Coefficient);

        double Covariance(int[] first, int[] second) => first.Sum(a => second.Sum(b => fit.Covariance(a, b)));
    }
}
