using System.Text.Json.Serialization;

namespace SurvivalKit;

/// <summary>What predictions in one stratum of a fit need: the reference level of its linear predictors, and its hazard at that
/// level.</summary>
internal sealed record CoxStratum
{
    /// <summary>The stratum as R labels it, <c>sex=1</c>; empty where the model has none.</summary>
    public required string Name { get; init; }

    /// <summary>The covariates of one observation, the reference.</summary>
    public required double[] Origin { get; init; }

    /// <summary>Its covariates as the likelihood uses them, centred and scaled.</summary>
    public required double[] OriginScaled { get; init; }

    /// <summary>Its linear predictor relative to the stratum's reference level, without its offset.</summary>
    public required double Level { get; init; }

    /// <summary>The weighted means of the covariates.</summary>
    public required double[] Means { get; init; }

    /// <summary>The number of observations.</summary>
    public required int Observations { get; init; }

    /// <summary>The distinct times at which observations end, increasing.</summary>
    public required double[] Time { get; init; }

    /// <summary>The weight at risk just before each time.</summary>
    public required double[] AtRisk { get; init; }

    /// <summary>The weight of the events at each time.</summary>
    public required double[] Events { get; init; }

    /// <summary>The weight of those censored at each time.</summary>
    public required double[] Censored { get; init; }

    /// <summary>The cumulative hazard at each time at the stratum's reference level.</summary>
    public required double[] Hazard { get; init; }

    /// <summary>Its variance for known coefficients (Tsiatis 1981; Efron's with his ties).</summary>
    public required double[] Variance { get; init; }

    /// <summary>The distinct event times of the strata before this one.</summary>
    public required int EventTimesBefore { get; init; }

    /// <summary>For each time the number of event times up to it, including all strata before.</summary>
    [JsonIgnore]
    public int[] EventTimes
    {
        get => field ??= CountEventTimes();
        init;
    }

    /// <summary>For each time the number of events up to it at which the hazard is infinite, in the limit of a likelihood without a
    /// maximum; empty: none.</summary>
    [JsonIgnore]
    public int[] EventsOfLowerLevel { get; init; } = [];

    /// <summary>Whether all lists have consistent lengths.</summary>
    public bool IsWhole(int columns) =>
        Origin.Length == columns && OriginScaled.Length == columns && Means.Length == columns && EventTimesBefore >= 0
        && Array.TrueForAll([AtRisk, Events, Censored, Hazard, Variance], list => list.Length == Time.Length);

    /// <summary>The place of the last time that is not after the given one; -1 where all are.</summary>
    public int PlaceOf(double time)
    {
        int place = Array.BinarySearch(Time, time);
        return place >= 0 ? place : ~place - 1;
    }

    /// <summary>The hazards and counts of a stratum of a fit.</summary>
    public static CoxStratum Compute(CoxState state, int stratum, string name, int origin, double[] means)
    {
        CoxData data = state.Data;
        EventTimes events = data.Events;
        int from = data.StratumStarts[stratum];
        int end = data.StratumStarts[stratum + 1];
        int count = 0;
        for (int row = from; row < end; row++)
        {
            count += row == from || data.Time[row] != data.Time[row - 1] ? 1 : 0;
        }

        var steps = new CoxStratum
        {
            Name = name,
            Origin = Columns(state, column => state.Design.Column(column)[data.Order[origin]]),
            OriginScaled = Columns(state, column => data.X[column][origin]),
            Level = state.Risks.Predictor[origin] - (data.Offset.Length == 0 ? 0 : data.Offset[origin]),
            Means = means,
            Observations = end - from,
            Time = new double[count],
            AtRisk = new double[count],
            Events = new double[count],
            Censored = new double[count],
            Hazard = new double[count],
            Variance = new double[count],
            EventTimesBefore = events.StratumStarts[stratum],
        };
        steps.Count(data, from, end);
        steps.FillHazard(state, events.StratumStarts[stratum], events.StratumStarts[stratum + 1]);
        return steps;
    }

    // From the last time to the first, in the order of the rows.
    private void Count(CoxData data, int from, int end)
    {
        double atRisk = 0;
        int entry = from;
        int row = from;
        for (int place = Time.Length - 1; place >= 0; place--)
        {
            double time = data.Time[row];
            double events = 0;
            double censored = 0;
            for (; row < end && data.Time[row] == time; row++)
            {
                events += data.IsEvent[row] ? data.CaseWeight[row] : 0;
                censored += data.IsEvent[row] ? 0 : data.CaseWeight[row];
            }

            atRisk += events + censored;
            for (; data.Start.Length > 0 && entry < end && data.Start[data.EntryOrder[entry]] >= time; entry++)
            {
                atRisk -= data.CaseWeight[data.EntryOrder[entry]];
            }

            (Time[place], AtRisk[place], Events[place], Censored[place]) = (time, atRisk, events, censored);
        }
    }

    private void FillHazard(CoxState state, int firstTime, int endTime)
    {
        EventHazard hazard = state.Hazard;
        ReadOnlySpan<double> cumulative = state.RowHazards.Cumulative;
        double sum = 0;
        double variance = 0;
        int m = endTime - 1;
        for (int place = 0; place < Time.Length; place++)
        {
            if (m >= firstTime && state.Data.Events.Time[m] == Time[place])
            {
                sum = cumulative[m];
                variance += hazard.First(m) / (hazard.S0[m] * hazard.S0[m]);
                m--;
            }

            Hazard[place] = sum;
            Variance[place] = variance;
        }
    }

    private int[] CountEventTimes()
    {
        var counts = new int[Time.Length];
        int count = EventTimesBefore;
        for (int place = 0; place < counts.Length; place++)
        {
            count += Events[place] > 0 ? 1 : 0;
            counts[place] = count;
        }

        return counts;
    }

    private static double[] Columns(CoxState state, Func<int, double> of)
    {
        var values = new double[state.Data.Columns];
        for (int column = 0; column < values.Length; column++)
        {
            values[column] = of(column);
        }

        return values;
    }
}
