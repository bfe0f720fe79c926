using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>The absolute risks of all causes for one row of new data.</summary>
public sealed class AbsoluteRisk
{
    private readonly AbsoluteRiskSteps _steps;
    private readonly Lazy<double[][]> _errors;
    private readonly ImmutableArray<string> _causes;
    private readonly double _level;
    private readonly ConfidenceType _type;

    internal AbsoluteRisk(
        int? row, string stratum, ImmutableArray<string> causes, AbsoluteRiskSteps steps, ConfidenceType type, double level)
    {
        Row = row;
        Stratum = stratum;
        _causes = causes;
        _steps = steps;
        _type = type;
        _level = level;

        // The last ones are those of the free survival.
        _errors = new(() =>
        [
            .. Enumerable.Range(0, causes.Length).Append(-1).Select(cause => Array.ConvertAll(steps.Variance(cause), Math.Sqrt)),
        ]);
    }

    /// <summary>The row of the new data, counted from 1.</summary>
    public int? Row { get; }

    /// <summary>The stratum whose baselines are taken; <c>all</c> where the models have none.</summary>
    public string Stratum { get; }

    /// <summary>The times of events of any cause, increasing.</summary>
    public ImmutableArray<double> Time => [.. _steps.Time];

    /// <summary>The risk of a cause at all times.</summary>
    /// <param name="cause">The cause.</param>
    /// <exception cref="SurvivalDataException">There is no such cause; the message lists those there are.</exception>
    public ImmutableArray<AbsoluteRiskEstimate> this[string cause] => At(cause, _steps.Time);

    /// <summary>The risk of a cause by given times; beyond the last time it stays constant.</summary>
    /// <param name="cause">The cause.</param>
    /// <param name="times">The times.</param>
    /// <exception cref="SurvivalDataException">There is no such cause, or a time is not a number.</exception>
    public ImmutableArray<AbsoluteRiskEstimate> At(string cause, params IEnumerable<double> times)
    {
        int place = _causes.IndexOf(cause);
        return place >= 0 ? Read(_steps.Risks[place], _errors.Value[place], times, 0) : throw new SurvivalDataException(
            $"There is no cause \"{cause}\"; the fit has {string.Join("; ", _causes)}.");
    }

    /// <summary>The probability of no event of any cause by given times.</summary>
    /// <param name="times">The times.</param>
    /// <exception cref="SurvivalDataException">A time is not a number.</exception>
    public ImmutableArray<AbsoluteRiskEstimate> FreeAt(params IEnumerable<double> times) =>
        Read(_steps.Survival, _errors.Value[^1], times, 1);

    private ImmutableArray<AbsoluteRiskEstimate> Read(double[] values, double[] errors, IEnumerable<double> times, double start)
    {
        double z = ConfidenceLevel.NormalQuantile(_level);
        return
        [
            .. times.Select(time =>
            {
                if (double.IsNaN(time))
                {
                    throw new SurvivalDataException("Not a number was given; a time was expected.");
                }

                int place = Array.BinarySearch(_steps.Time, time) is var found && found >= 0 ? found : ~found - 1;
                if (place < 0)
                {
                    return new AbsoluteRiskEstimate(time, start, 0, double.NaN, double.NaN);
                }

                (double lower, double upper) = ConfidenceLimits.Compute(values[place], errors[place] / values[place], z, _type);
                return new AbsoluteRiskEstimate(time, values[place], errors[place], lower, upper);
            }),
        ];
    }
}
