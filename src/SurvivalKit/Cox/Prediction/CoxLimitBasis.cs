using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>Predictions in the limit of a likelihood without a maximum (<see cref="CoxLimit"/>; Geyer 2009): observations have the hazard
/// of their own level, none while an event of a higher level happens, and an infinite one when an event of a lower level does.</summary>
/// <param name="Inner">The state in strata that the levels divide.</param>
/// <param name="Parents">The caller's stratum of each of these strata, which rise by level within it.</param>
/// <param name="Scale">The spread of each of the caller's columns.</param>
/// <param name="Directions">The directions, in the units of the caller's columns; later ones divide equal levels of the earlier.</param>
internal sealed record CoxLimitBasis(CoxBasis Inner, int[] Parents, double[] Scale, ImmutableArray<double[]> Directions)
{
    private readonly ConcurrentDictionary<(int Place, int Own, int Lower), CoxStratum> _tailored = new();

    public static CoxLimitBasis Compute(CoxState state, double[,] covariance, Func<CoxState, double[,], CoxBasis> basisOf)
    {
        CoxData given = state.Given.Data;
        CoxData divided = state.Data;
        var stratumOf = new int[given.Rows];
        for (int row = 0; row < given.Rows; row++)
        {
            stratumOf[given.Order[row]] = given.StratumOf(row);
        }

        int[] parents = [.. divided.StratumStarts[..^1].Select(row => stratumOf[divided.Order[row]])];
        return new CoxLimitBasis(basisOf(state, covariance), parents, given.Scale, state.Limit!.Directions);
    }

    /// <summary>The stratum of some covariates, at the times of a stratum of the caller's.</summary>
    /// <param name="place">The place of the caller's stratum.</param>
    /// <param name="given">This stratum.</param>
    /// <param name="covariates">The covariates.</param>
    public CoxStratum At(int place, CoxStratum given, ReadOnlySpan<double> covariates)
    {
        // The strata of one of the caller's are neighbours, and rise by level.
        int first = Array.IndexOf(Parents, place);
        int end = first;
        int own = -1;
        int lower = first;
        for (; end < Parents.Length && Parents[end] == place; end++)
        {
            int order = Compare(Inner.Strata[end].Origin, covariates);
            own = order == 0 ? end : own;
            lower = order < 0 ? end + 1 : lower;
        }

        int origin = own < 0 ? Math.Max(first, lower - 1) : own;
        return _tailored.GetOrAdd((place, own, lower), _ => Tailored(
            given, own < 0 ? null : Inner.Strata[own], Inner.Strata[origin], Inner.Strata[first..lower]));
    }

    /// <summary>Whether a difference of covariates is one of levels.</summary>
    public bool IsDifferent(Func<int, double> difference) =>
        Directions.Any(direction => Sign(direction, difference) != 0);

    private static CoxStratum Tailored(CoxStratum given, CoxStratum? own, CoxStratum origin, ImmutableArray<CoxStratum> lower)
    {
        double[] lowerEvents = [.. lower.SelectMany(
            stratum => stratum.Time.Where((_, place) => stratum.Events[place] > 0)).Order()];
        int count = given.Time.Length;
        var hazard = new double[count];
        var variance = new double[count];
        var eventTimes = new int[count];
        var before = new int[count];
        for (int place = 0, passed = 0; place < count; place++)
        {
            int ownPlace = own?.PlaceOf(given.Time[place]) ?? -1;
            hazard[place] = ownPlace < 0 ? 0 : own!.Hazard[ownPlace];
            variance[place] = ownPlace < 0 ? 0 : own!.Variance[ownPlace];
            eventTimes[place] = ownPlace < 0 ? origin.EventTimesBefore : own!.EventTimes[ownPlace];
            for (; passed < lowerEvents.Length && lowerEvents[passed] <= given.Time[place]; passed++)
            {
            }

            before[place] = passed;
        }

        return given with
        {
            Origin = origin.Origin,
            OriginScaled = origin.OriginScaled,
            Level = origin.Level,
            Hazard = hazard,
            Variance = variance,
            EventTimesBefore = origin.EventTimesBefore,
            EventTimes = eventTimes,
            EventsOfLowerLevel = before,
        };
    }

    // Whether the level of the left covariates is below (-1), at (0) or above (1) that of the right ones.
    private int Compare(double[] left, ReadOnlySpan<double> right)
    {
        double[] other = right.ToArray();
        foreach (double[] direction in Directions)
        {
            int sign = Sign(direction, column => left[column] - other[column]);
            if (sign != 0)
            {
                return sign;
            }
        }

        return 0;
    }

    private int Sign(double[] direction, Func<int, double> difference)
    {
        double sum = 0;
        double size = 0;
        for (int column = 0; column < direction.Length; column++)
        {
            double term = direction[column] == 0 ? 0 : direction[column] * difference(column);
            sum += term;
            size += Math.Abs(direction[column] * Scale[column]);
        }

        return Math.Abs(sum) <= CoxLimit.Equal * size ? 0 : Math.Sign(sum);
    }
}
