using System.Collections;
using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>Adjusted survival curves: for each value of a variable, the survival that a Cox model predicts if all rows had it, averaged
/// over the rows (direct adjustment, G-computation; Makuch 1982; Zhang, Loberiza, Klein and Zhang 2007).</summary>
public sealed class AdjustedCurves : IReadOnlyList<AdjustedCurve>, IResult
{
    internal AdjustedCurves(CoxBasis basis, AdjustedRows rows, string variable, AdjustedCurveOptions options, double level)
    {
        Variable = variable;
        Options = options;
        Level = level;
        Observations = rows.Count;
        Omitted = rows.Omitted;
        double[] shares = rows.Shares(options.Weights);
        Curves =
        [
            .. rows.Groups.Select((group, place) => new AdjustedCurve(
                $"{variable}={group}",
                AdjustedSums.Compute(basis, rows.With(place), shares, [.. options.Times], options.Horizon, options.RowsAreASample),
                options,
                level)),
        ];
        Contrasts = [.. Curves.Skip(1).Select(Against)];
    }

    /// <summary>The variable.</summary>
    public string Variable { get; }

    /// <summary>A curve for each of its values, in order.</summary>
    public ImmutableArray<AdjustedCurve> Curves { get; }

    /// <summary>The difference of each curve from the first, at the times and in the means of the options.</summary>
    public ImmutableArray<AdjustedContrast> Contrasts { get; }

    /// <summary>The number of rows averaged over.</summary>
    public int Observations { get; }

    /// <summary>The number of rows left out because a value was missing.</summary>
    public int Omitted { get; }

    /// <summary>The options.</summary>
    public AdjustedCurveOptions Options { get; }

    /// <summary>The confidence level of the intervals.</summary>
    public double Level { get; }

    /// <inheritdoc/>
    public int Count => Curves.Length;

    /// <inheritdoc/>
    public AdjustedCurve this[int index] => Curves[index];

    /// <summary>The times and means that were asked for with their differences; without any, the survival at each event time.</summary>
    public ImmutableArray<TableModel> ToTables() => AdjustedTables.Of(this);

    /// <summary>The curves: group, time, survival, se, lower, upper; at the times of the options, or at each event time.</summary>
    public DataFrame ToDataFrame()
    {
        (string Group, AdjustedEstimate Step)[] rows =
            [.. Curves.SelectMany(curve => Options.Times.IsEmpty ? curve.Steps : curve.At, (curve, step) => (curve.Group, step))];
        return new DataFrame(
            new StringDataFrameColumn("group", rows.Select(row => row.Group)),
            FrameColumn.Numbers("time", rows.Select(row => row.Step.Time)),
            FrameColumn.Numbers("survival", rows.Select(row => row.Step.Estimate)),
            FrameColumn.Numbers("se", rows.Select(row => row.Step.StandardError)),
            FrameColumn.Numbers("lower", rows.Select(row => row.Step.Lower)),
            FrameColumn.Numbers("upper", rows.Select(row => row.Step.Upper)));
    }

    /// <inheritdoc/>
    public ResultRecord ToRecord() => AdjustedTables.RecordOf(this);

    /// <summary>The tables as text.</summary>
    public override string ToString() => this.ToText();

    /// <inheritdoc/>
    public IEnumerator<AdjustedCurve> GetEnumerator() => ((IEnumerable<AdjustedCurve>)Curves).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private AdjustedContrast Against(AdjustedCurve curve)
    {
        AdjustedCurve first = Curves[0];
        return new(
            curve.Group,
            first.Group,
            [
                .. Options.Times.Select((time, asked) => Difference(
                    time, curve.At[asked].Estimate - first.At[asked].Estimate, curve.Sums.ErrorAgainst(first.Sums, asked, time))),
            ],
            curve.Mean is { } mean
                ? Difference(mean.Time, mean.Estimate - first.Mean!.Estimate, curve.Sums.MeanErrorAgainst(first.Sums))
                : null);
    }

    private AdjustedEstimate Difference(double time, double estimate, double error)
    {
        double z = ConfidenceLevel.NormalQuantile(Level);
        double p = error > 0 ? ReferenceDistribution.NormalTwoSided(estimate / error) : 1;
        return new(time, estimate, error, estimate - (z * error), estimate + (z * error), p);
    }
}
