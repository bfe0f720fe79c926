using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>The profile-likelihood intervals of a fit's coefficients, in the order of <see cref="CoxFit.Terms"/>.</summary>
public sealed class ProfileIntervals : IReadOnlyList<ProfileInterval>
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

        DoubleDataFrameColumn Column(string name, Func<ProfileInterval, double> of) => new(name, MissingValues.Of(Intervals.Select(of)));
    }

    /// <summary>The intervals as a table.</summary>
    public override string ToString()
    {
        string level = (Level * 100).ToString("0.##", CultureInfo.InvariantCulture);
        var grid = new TextGrid("", "coef", "HR", level + "% lower", level + "% upper");
        foreach (ProfileInterval interval in Intervals)
        {
            grid.Add(interval.Name, NumberText.Significant(interval.Coefficient), NumberText.Significant(interval.HazardRatio), NumberText.Significant(interval.Lower), NumberText.Significant(interval.Upper));
        }

        return grid.ToString();
    }

    /// <inheritdoc/>
    public IEnumerator<ProfileInterval> GetEnumerator() => ((IEnumerable<ProfileInterval>)Intervals).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
