using System.Collections;
using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>The profile-likelihood intervals of a fit's coefficients, in the order of <see cref="CoxFit.Terms"/>.</summary>
public sealed class ProfileIntervals : IReadOnlyList<ProfileInterval>, IResult
{
    internal ProfileIntervals(double level, ImmutableArray<ProfileInterval> intervals)
    {
        Level = level;
        Intervals = intervals;
    }

    /// <summary>The confidence level.</summary>
    public double Level { get; }

    /// <summary>The intervals.</summary>
    public ImmutableArray<ProfileInterval> Intervals { get; }

    /// <inheritdoc/>
    public int Count => Intervals.Length;

    /// <inheritdoc/>
    public ProfileInterval this[int index] => Intervals[index];

    /// <summary>A row a coefficient: term, coef, lower_coef, upper_coef, hazard_ratio, lower, upper.</summary>
    public DataFrame ToDataFrame()
    {
        return new DataFrame(
            new StringDataFrameColumn("term", Intervals.Select(interval => interval.Name)),
            Column("coef", interval => interval.Coefficient),
            Column("lower_coef", interval => interval.LowerCoefficient),
            Column("upper_coef", interval => interval.UpperCoefficient),
            Column("hazard_ratio", interval => interval.HazardRatio),
            Column("lower", interval => interval.Lower),
            Column("upper", interval => interval.Upper));

        DoubleDataFrameColumn Column(string name, Func<ProfileInterval, double> of) =>
            new(name, MissingValues.AsNull(Intervals.Select(of)));
    }

    /// <summary>A row a coefficient: estimate, hazard ratio and the limits of the hazard ratio.</summary>
    public ImmutableArray<TableModel> ToTables() =>
    [
        new(
            "Profile-likelihood intervals",
            [new("term", TableAlignment.Left), .. TableColumns.Numbers("coef", "HR"), .. TableColumns.Limits(Level)],
            Intervals.Select(interval => new TableRow(
            [
                interval.Name,
                TableCell.Number(interval.Coefficient, NumberKind.Estimate),
                TableCell.Number(interval.HazardRatio, NumberKind.Estimate),
                TableCell.Number(interval.Lower, NumberKind.Estimate),
                TableCell.Number(interval.Upper, NumberKind.Estimate),
            ]))),
    ];

    /// <inheritdoc/>
    public ResultRecord ToRecord() => new()
    {
        ["level"] = Level,
        ["terms"] = Intervals.Select(interval => new ResultRecord
        {
            ["term"] = interval.Name,
            ["coef"] = interval.Coefficient,
            ["hazardRatio"] = interval.HazardRatio,
            ["lower"] = interval.Lower,
            ["upper"] = interval.Upper,
        }),
    };

    /// <summary>The table as text.</summary>
    public override string ToString() => this.ToText();

    /// <inheritdoc/>
    public IEnumerator<ProfileInterval> GetEnumerator() => ((IEnumerable<ProfileInterval>)Intervals).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
