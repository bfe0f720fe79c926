using System.Globalization;

namespace SurvivalKit.TextCheck;

/// <summary>The least number of events that a standard error needs.</summary>
/// <remarks>
/// Let a comparison of two groups have d1 and d0 events. In a Cox model the proportions p of one group in the risk sets sum to d1 over the
/// events (the score equation), and the information is at most the sum of p (1 - p), also with other covariates. By Jensen's inequality
/// that is at most d1 d0 / (d1 + d0), so SE^2 is at least 1/d1 + 1/d0, and at least 4/d. For an odds ratio 1/d1 + 1/d0 is one part of SE^2.
/// For a relative risk there is no such bound: where all have the event its standard error is 0. A hazard ratio that is computed from a
/// log-rank test, (O1/E1)/(O0/E0), has the variance 1/E1 + 1/E0 with expected events, whose sum is that of the events but which can be more
/// than the group has patients: for it 4/d is the only bound.
/// </remarks>
internal sealed class EventBound
{
    private readonly double _error;
    private readonly HazardRatioContext _context;
    private readonly int? _limitingGroup;

    private EventBound(double error, HazardRatioContext context)
    {
        _error = error;
        _context = context;
        double square = error * error;
        double least = 4 / square;
        bool mayBeLogRank = context is { Kind: RatioKind.Hazard, Adjusted: false, Test: TestKind.LogRank };
        int? smaller = !mayBeLogRank && context is { FirstGroup: { } first, SecondGroup: { } second } ? Math.Min(first, second) : null;
        if (smaller is { } n && n < 2 / square)
        {
            // More than half of the events must be in the larger group, as the smaller one has too few patients.
            _limitingGroup = n;
            least = square > 1.0 / n ? n + (1 / (square - (1.0 / n))) : double.PositiveInfinity;
        }

        Least = (int)Math.Min(int.MaxValue, Math.Ceiling(least * (1 - 1e-12)));
    }

    /// <summary>The least number of events; <see cref="int.MaxValue"/>: no number is enough.</summary>
    public int Least { get; }

    /// <summary>The bound for a standard error that may not be larger; <see langword="null"/>: there is none for such a ratio.</summary>
    public static EventBound? Compute(double largestError, HazardRatioContext context) =>
        context.Kind == RatioKind.Risk || !(largestError > 0) ? null : new(largestError, context);

    /// <summary>An interval that is too narrow for the patients or events that are known; <see langword="null"/>: it is not.</summary>
    public Judgement? Problem(PrintedInterval interval)
    {
        (int Number, string Name)[] known =
        [
            .. new[] { (_context.Events, "events"), (_context.Patients, "patients"), (
                _context.FirstGroup + _context.SecondGroup, "patients") }
                .Where(pair => pair.Item1 is not null).Select(pair => (pair.Item1!.Value, pair.Item2)),
        ];
        if (!_context.ComparesTwoGroups || !known.Any(limit => limit.Number < Least))
        {
            return null;
        }

        (int number, string name) = known.First(limit => limit.Number < Least);
        string error = _error.ToString("G4", CultureInfo.InvariantCulture);
        string square = (_error * _error).ToString("G4", CultureInfo.InvariantCulture);
        string least = Least == int.MaxValue ? "no number of events is enough" : $"{Least} events are needed";
        string arithmetic = _limitingGroup is { } n
            ? $"with d1 and d0 events in the groups 1/d1 + 1/d0 may then be {square} at most, and d1 is at most the {n} patients of its group: {least}"
            : $"4/{error}^2 = {ArithmeticText.Fixed(4 / (_error * _error), 1)}: {least}";
        return new(
            Verdict.Inconsistent,
            $"The interval {interval.Lower.Text()} to {interval.Upper.Text()} is narrower than {number} {name} can give for two groups.",
            null, "the least number of events",
            $"The ends allow a standard error of at most {error}; {arithmetic}; there are {number} {name}.");
    }
}
