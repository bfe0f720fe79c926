using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>A simultaneous confidence band of a survival curve (Klein and Moeschberger 2003, section 4.4).</summary>
/// <remarks>With v(t) Greenwood's sum d / (n (n - d)), N the weight of the group and a(t) = N v / (1 + N v), the band on the scale
/// of log S is log S -+ c sqrt(v)
/// for equal precision and log S -+ k (1 + N v) / sqrt(N) for Hall and Wellner. The constants c and k are such that a Brownian bridge stays
/// within c sqrt(u (1 - u)), or k, for all u from a(From) to a(To) with the requested probability; other scales follow by the delta
/// method, as for pointwise limits.</remarks>
public sealed record ConfidenceBand : IResult
{
    /// <summary>The kind of the band.</summary>
    public required BandType Type { get; init; }

    /// <summary>The scale on which the band is symmetric.</summary>
    public required ConfidenceType ConfidenceType { get; init; }

    /// <summary>The probability with which the whole curve lies in the band.</summary>
    public required double Level { get; init; }

    /// <summary>The constant c or k that takes the place of the normal quantile.</summary>
    public required double CriticalValue { get; init; }

    /// <summary>a(From) and a(To), between which the band bounds the Brownian bridge.</summary>
    public required (double From, double To) Fractions { get; init; }

    /// <summary>The times from which the rows hold: the start of the range, and the curve's times within it.</summary>
    public required ImmutableArray<double> Time { get; init; }

    /// <summary>The curve at those times.</summary>
    public required ImmutableArray<double> Survival { get; init; }

    /// <summary>The lower limit of the band; not a number where its scale has none (survival 1).</summary>
    public required ImmutableArray<double> Lower { get; init; }

    /// <summary>The upper limit of the band; not a number where its scale has none (survival 1).</summary>
    public required ImmutableArray<double> Upper { get; init; }

    /// <summary>A row for each time: time, survival, lower, upper.</summary>
    public DataFrame ToDataFrame() => new(
        FrameColumn.Numbers("time", Time), FrameColumn.Numbers(
            "survival", Survival), FrameColumn.Numbers("lower", Lower), FrameColumn.Numbers("upper", Upper));

    /// <summary>A row for each time: survival and the limits of the band.</summary>
    public ImmutableArray<TableModel> ToTables()
    {
        string range = $"from {NumberText.Format(Time[0], NumberKind.Time)} to {NumberText.Format(Time[^1], NumberKind.Time)}";
        string constant = NumberText.Format(CriticalValue, NumberKind.Estimate);
        return
        [
            new(
                $"{NumberText.Level(Level)} {(Type == BandType.HallWellner ? "Hall-Wellner" : "equal-precision")} band {range}, critical value {constant}",
                TableColumns.Numbers("time", "survival", "lower", "upper"),
                Enumerable.Range(0, Time.Length).Select(i => new TableRow(
                [
                    TableCell.Number(Time[i], NumberKind.Time),
                    TableCell.Number(Survival[i], NumberKind.Probability),
                    TableCell.Number(Lower[i], NumberKind.Probability),
                    TableCell.Number(Upper[i], NumberKind.Probability),
                ]))),
        ];
    }

    /// <inheritdoc/>
    public ResultRecord ToRecord() => new()
    {
        ["type"] = Type,
        ["confType"] = CurveRecords.WordOf(ConfidenceType),
        ["level"] = Level,
        ["criticalValue"] = CriticalValue,
        ["steps"] = Enumerable.Range(0, Time.Length).Select(i => new ResultRecord
        {
            ["time"] = Time[i],
            ["survival"] = Survival[i],
            ["lower"] = Lower[i],
            ["upper"] = Upper[i],
        }),
    };

    /// <summary>The kind of the band, its range and its constant, and its limits by time.</summary>
    public override string ToString() => this.ToText();

    internal static ConfidenceBand Compute(KaplanMeierCurve curve, BandType type, BandOptions options)
    {
        double level = options.Level ?? curve.Options.Level;
        ConfidenceLevel.Check(level);
        Choice.Check(type);
        BandRange range = BandRange.Find(curve, options.From, options.To);
        double total = curve.Rows.Total();
        double from = Fraction(range.Variance[0], total);
        double to = Fraction(range.Variance[^1], total);
        if (type == BandType.EqualPrecision && from <= 0)
        {
            throw new SurvivalDataException("The range of an equal-precision band was expected to begin at the first event or later.");
        }

        double critical = type == BandType.HallWellner
            ? HallWellnerCriticalValue.Find(from, to, level)
            : EqualPrecisionCriticalValue.Find(from, to, level);
        ConfidenceType scale = options.ConfidenceType ?? curve.Options.ConfidenceType;
        var lower = new double[range.Time.Length];
        var upper = new double[range.Time.Length];
        for (int i = 0; i < lower.Length; i++)
        {
            double width = type == BandType.HallWellner
                ? (1 + (total * range.Variance[i])) / Math.Sqrt(total)
                : Math.Sqrt(range.Variance[i]);
            (lower[i], upper[i]) = ConfidenceLimits.Compute(range.Survival[i], width, critical, scale);
        }

        return new()
        {
            Type = type,
            ConfidenceType = scale,
            Level = level,
            CriticalValue = critical,
            Fractions = (from, to),
            Time = [.. range.Time],
            Survival = [.. range.Survival],
            Lower = [.. lower],
            Upper = [.. upper],
        };
    }

    private static double Fraction(double variance, double total) => total * variance / (1 + (total * variance));
}
