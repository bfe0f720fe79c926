using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>Turnbull's estimate of one group: <see cref="Turnbull"/>; immutable.</summary>
public sealed class TurnbullCurve : IResult
{
    internal TurnbullCurve(
        string group, Surv response, TurnbullOptions options, TurnbullMaximizer maximum, ImmutableArray<TurnbullMass> masses)
    {
        Group = group;
        Options = options;
        Observations = response.Count;
        Exact = response.Event.Count(isExact => isExact);
        RightCensored = response.RightLimit.Count(double.IsPositiveInfinity);
        LeftCensored = Enumerable.Range(0, response.Count).Count(
            row => !double.IsPositiveInfinity(response.RightLimit[row]) && (double.IsNegativeInfinity(response.LeftLimit[row])
                || (response.LeftLimit[row] == 0 && response.RightLimit[row] > 0)));
        LogLikelihood = maximum.LogLikelihood;
        Violation = maximum.Violation;
        Steps = maximum.Steps;
        Status = maximum.Violation <= TurnbullMaximizer.Tolerance ? FitStatus.Converged : FitStatus.IterationLimit;
        Masses = masses;
    }

    /// <summary>The group, <c>sex=1</c>; <c>all</c> where the formula names none.</summary>
    public string Group { get; }

    /// <summary>The options of the fit.</summary>
    public TurnbullOptions Options { get; }

    /// <summary>The number of observations.</summary>
    public int Observations { get; }

    /// <summary>The number whose time is exact.</summary>
    public int Exact { get; }

    /// <summary>The number whose event is known to be before a time only; those since a time of 0 are among them.</summary>
    public int LeftCensored { get; }

    /// <summary>The number without event until a time.</summary>
    public int RightCensored { get; }

    /// <summary>The log-likelihood.</summary>
    public double LogLikelihood { get; }

    /// <summary>The largest violation of the Kuhn-Tucker conditions of a maximum, as a part of the sum of weights; 0 is a maximum without
    /// rounding.</summary>
    public double Violation { get; }

    /// <summary>The number of steps.</summary>
    public int Steps { get; }

    /// <summary>Converged where the Kuhn-Tucker conditions hold to 1e-9.</summary>
    public FitStatus Status { get; }

    /// <summary>The intervals that have mass, in the order of time.</summary>
    public ImmutableArray<TurnbullMass> Masses { get; }

    /// <summary>The least and the greatest probability of living longer than a time that agree with the estimate; they differ within an
    /// interval that has mass.</summary>
    /// <param name="time">The time.</param>
    public (double Least, double Greatest) SurvivalAt(double time)
    {
        double least = Masses.Where(mass => !(mass.Lower < time || mass.Upper <= time)).Sum(mass => mass.Probability);
        double greatest = Masses.Where(mass => mass.Upper > time).Sum(mass => mass.Probability);
        return (Math.Min(1, least), Math.Min(1, greatest));
    }

    /// <summary>A quantile of the time: the interval in which the estimate falls to it.</summary>
    /// <param name="part">The part of the subjects that has had the event, between 0 and 1; 0.5 for the median.</param>
    /// <exception cref="SurvivalDataException">The part is not between 0 and 1.</exception>
    public TurnbullQuantile Quantile(double part)
    {
        if (part is not (> 0 and < 1))
        {
            throw new SurvivalDataException(FormattableString.Invariant(
                $"A quantile at {part} was asked for; a part between 0 and 1 was expected."));
        }

        TurnbullMass mass = Masses.FirstOrDefault(mass => mass.Survival <= 1 - part + 1e-9) ?? Masses[^1];
        return new(part, mass.Lower, mass.Upper);
    }

    /// <summary>A row for each interval with mass.</summary>
    public ImmutableArray<TableModel> ToTables() => [TurnbullTables.OfCurve(this)];

    /// <summary>Columns group, lower, upper, probability, survival, survival_lower, survival_upper.</summary>
    public DataFrame ToDataFrame() => TurnbullTables.Frame([this]);

    /// <inheritdoc/>
    public ResultRecord ToRecord() => TurnbullRecords.OfCurve(this);

    /// <summary>The table as text.</summary>
    public override string ToString() => this.ToText();
}
