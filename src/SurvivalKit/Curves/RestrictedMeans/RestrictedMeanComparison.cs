using System.Collections;
using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>Restricted mean survival times of groups compared with one of them; equals the unadjusted
/// <c>rmst2</c> of R's survRM2.</summary>
/// <remarks>Royston and Parmar (2013); Uno et al. (2014). Choose the horizon before the data are seen, and within the
/// follow-up of every group.</remarks>
public sealed class RestrictedMeanComparison : IReadOnlyList<RestrictedMeanContrast>, IResult
{
    private RestrictedMeanComparison(double horizon, double level, ImmutableArray<RestrictedMeanContrast> contrasts)
    {
        Horizon = horizon;
        Level = level;
        Contrasts = contrasts;
    }

    /// <summary>The horizon (tau), in the unit of the data.</summary>
    public double Horizon { get; }

    /// <summary>The confidence level of the intervals.</summary>
    public double Level { get; }

    /// <summary>Each other group against the reference, in the order of the groups' levels.</summary>
    public ImmutableArray<RestrictedMeanContrast> Contrasts { get; }

    /// <inheritdoc/>
    public int Count => Contrasts.Length;

    /// <inheritdoc/>
    public RestrictedMeanContrast this[int index] => Contrasts[index];

    /// <summary>A row for each group and measure: group, reference, measure (difference, ratio, time lost ratio), estimate,
    /// se, lower, upper, p.</summary>
    public DataFrame ToDataFrame()
    {
        (RestrictedMeanContrast Contrast, string Measure, RestrictedMeanEffect Effect)[] rows = [.. Rows()];
        return new DataFrame(
            new StringDataFrameColumn("group", rows.Select(row => row.Contrast.Group)),
            new StringDataFrameColumn("reference", rows.Select(row => row.Contrast.Reference)),
            new StringDataFrameColumn("measure", rows.Select(row => row.Measure)),
            FrameColumn.Numbers("estimate", rows.Select(row => row.Effect.Estimate)),
            FrameColumn.Numbers("se", rows.Select(row => row.Effect.StandardError)),
            FrameColumn.Numbers("lower", rows.Select(row => row.Effect.Lower)),
            FrameColumn.Numbers("upper", rows.Select(row => row.Effect.Upper)),
            FrameColumn.Numbers("p", rows.Select(row => row.Effect.P)));
    }

    /// <summary>A row for each group and measure, with its interval and P.</summary>
    public ImmutableArray<TableModel> ToTables() =>
    [
        new(
            $"Differences in restricted mean survival time up to {NumberText.Format(Horizon, NumberKind.Time)}",
            [
                new("groups", TableAlignment.Left),
                new("measure", TableAlignment.Left),
                new("estimate"),
                .. TableColumns.Limits(Level),
                new("P"),
            ],
            Rows().Select(row => new TableRow(
            [
                $"{row.Contrast.Group} against {row.Contrast.Reference}",
                row.Measure,
                TableCell.Number(row.Effect.Estimate, NumberKind.Estimate),
                TableCell.Number(row.Effect.Lower, NumberKind.Estimate),
                TableCell.Number(row.Effect.Upper, NumberKind.Estimate),
                TableCell.Number(row.Effect.P, NumberKind.P),
            ]))),
    ];

    /// <inheritdoc/>
    public ResultRecord ToRecord() => new()
    {
        ["tau"] = Horizon,
        ["level"] = Level,
        ["contrasts"] = Rows().Select(row => new ResultRecord
        {
            ["group"] = row.Contrast.Group,
            ["reference"] = row.Contrast.Reference,
            ["kind"] = row.Measure,
            ["estimate"] = row.Effect.Estimate,
            ["se"] = row.Effect.StandardError,
            ["lower"] = row.Effect.Lower,
            ["upper"] = row.Effect.Upper,
            ["p"] = row.Effect.P,
        }),
    };

    /// <summary>The table as text.</summary>
    public override string ToString() => this.ToText();

    /// <inheritdoc/>
    public IEnumerator<RestrictedMeanContrast> GetEnumerator() => ((IEnumerable<RestrictedMeanContrast>)Contrasts).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal static RestrictedMeanComparison Compare(KaplanMeierCurves curves, double horizon, string? reference)
    {
        if (curves.Count < 2)
        {
            throw new SurvivalDataException($"There is only one group ({curves[0].Group}) in {curves.Formula}; two or more were expected.");
        }

        KaplanMeierCurve other = reference is null ? curves[0] : curves[reference];
        RestrictedMean mean = other.RestrictedMean(horizon);
        return new(horizon, curves.Options.Level,
        [
            .. curves.Where(curve => curve != other)
                .Select(curve =>
                    RestrictedMeanContrast.Compare(curve.Group, curve.RestrictedMean(horizon), other.Group, mean, curves.Options.Level)),
        ]);
    }

    private IEnumerable<(RestrictedMeanContrast Contrast, string Measure, RestrictedMeanEffect Effect)> Rows() =>
        Contrasts.SelectMany(contrast =>
        new[] { ("difference", contrast.Difference), ("ratio", contrast.Ratio), ("time lost ratio", contrast.TimeLostRatio) }
            .Where(pair => pair.Item2 is not null)
            .Select(pair => (contrast, pair.Item1, pair.Item2!)));
}
