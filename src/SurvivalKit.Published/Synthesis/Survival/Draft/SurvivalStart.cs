namespace SurvivalKit.Published;

/// <summary>The first times, events and free indicators: Weibull times about the printed medians, within the printed ranges, whose ends are
/// the times of two patients of each arm.</summary>
internal static class SurvivalStart
{
    private const double Shape = 1.2;
    private const double LeastShareOfEvents = 0.5;
    private const double ReachOfShare = 0.1;
    private const double FinestVisits = 0.08;
    private const int Visits = 6;

    public static SurvivalDraft Make(CohortDraft draft, SplitMix64 random)
    {
        var survival = new SurvivalDraft(draft);
        var medians = new double[survival.Endpoints.Length][];
        var shares = new double[survival.Endpoints.Length];
        for (int e = 0; e < survival.Endpoints.Length; e++)
        {
            // Intervals show the number of events, which is hard to change later; each search starts a little above or below.
            shares[e] = EventShare.Of(draft, survival.Names[e]) is { } share
                ? share + (ReachOfShare * ((2 * random.NextFraction()) - 1))
                : LeastShareOfEvents + ((1 - LeastShareOfEvents) * random.NextFraction());
            EndpointDraft endpoint = survival.Endpoints[e];
            medians[e] = new double[draft.Arms.Length];
            for (int arm = 0; arm < draft.Arms.Length; arm++)
            {
                string name = draft.Study.Arms[arm].Name;
                medians[e][arm] = Printed(draft, survival, e, name, Aspects.Median) ?? 12 * endpoint.Unit;
                endpoint.Least[arm] = (int)(Printed(draft, survival, e, name, Aspects.Minimum) ?? 1);
                endpoint.Greatest[arm] = (int)(Printed(draft, survival, e, name, Aspects.Maximum) ?? Math.Ceiling(6 * medians[e][arm]));
            }
        }

        for (int arm = 0; arm < draft.Arms.Length; arm++)
        {
            int[] patients = random.Shuffled(draft.Arms[arm]);
            for (int place = 0; place < patients.Length; place++)
            {
                Draw(survival, medians, shares, patients[place], random);
                Hold(survival, patients[place], place, arm);
            }
        }

        Tie(survival, medians, random);
        foreach (CovariateDraft indicator in survival.Free)
        {
            Lean(draft, survival, indicator, random);
        }

        return survival;
    }

    /// <summary>Rounds times to visits at a random interval of up to two fifths of the median: with periodic visits
    /// many times are tied, and Breslow's hazard ratios then differ from the log-rank test.</summary>
    private static void Tie(SurvivalDraft survival, double[][] medians, SplitMix64 random)
    {
        double apart = FinestVisits * random.Next(Visits);
        survival.Tying = apart == 0 ? 0.1 : 0.6;
        for (int e = 0; e < survival.Endpoints.Length && apart > 0; e++)
        {
            EndpointDraft endpoint = survival.Endpoints[e];
            double step = apart * medians[e].Average();
            for (int i = 0; i < survival.Arm.Length; i++)
            {
                int arm = survival.Arm[i];
                int old = endpoint.Times[i];
                int visit = (int)(Math.Round(old / step) * step);
                if (!endpoint.Held[i] && visit >= endpoint.Least[arm] && visit <= endpoint.Greatest[arm])
                {
                    endpoint.SetTime(i, visit);
                    if (!survival.IsPossible(i))
                    {
                        endpoint.SetTime(i, old);
                    }
                }
            }
        }
    }

    /// <summary>Gives a free indicator to patients with short times where the hazard ratio is above 1, to those with long
    /// times where it is below: a search that starts on the correct side of 1 stays there.</summary>
    private static void Lean(CohortDraft draft, SurvivalDraft survival, CovariateDraft indicator, SplitMix64 random)
    {
        foreach ((StudyRow row, CoxMeasure measure) in draft.Targets.Rows<CoxMeasure>())
        {
            if (measure.Term == indicator.Name && draft.Targets.Of(row, null, Aspects.HazardRatio) is { } ratio)
            {
                int[] times = survival.Endpoints[survival.Place(draft.Study.Endpoint(measure.Endpoint))].Times;
                double noise = times.Max() / 2.0;
                int[] ordered = [.. Enumerable.Range(0, times.Length)
                    .Select(i => (Patient: i, Score: (ratio.Value > 1 ? times[i] : -times[i]) + (noise * random.NextFraction())))
                    .OrderBy(pair => pair.Score)
                    .Select(pair => pair.Patient)];
                int ones = indicator.Values.Count(value => value == 1);
                for (int place = 0; place < ordered.Length; place++)
                {
                    indicator.Set(ordered[place], place < ones ? 1 : 0);
                }

                return;
            }
        }
    }

    private static void Draw(SurvivalDraft survival, double[][] medians, double[] shares, int patient, SplitMix64 random)
    {
        int arm = survival.Arm[patient];
        double drawnEvent = random.NextFraction();
        double quantile = Math.Pow(-Math.Log(random.NextFraction()) / Math.Log(2), 1 / Shape);

        // Endpoints that bound others come first.
        foreach (int e in Enumerable.Range(0, survival.Endpoints.Length).OrderBy(e => survival.Endpoints[e].Later >= 0))
        {
            EndpointDraft endpoint = survival.Endpoints[e];
            EndpointDraft? later = endpoint.Later < 0 ? null : survival.Endpoints[endpoint.Later];
            double drawn = medians[e][arm] * quantile * (later is null ? 1 : 0.6 + (0.8 * random.NextFraction()));
            int greatest = later is null ? endpoint.Greatest[arm] : Math.Min(endpoint.Greatest[arm], later.Times[patient]);
            int least = Math.Min(endpoint.Least[arm], greatest);

            // Times outside the range are redrawn, not truncated to its ends.
            endpoint.SetTime(patient, drawn >= least && drawn <= greatest ? (int)drawn : random.Next(least, greatest));
            endpoint.Events[patient] = drawnEvent < shares[e] || later?.Events[patient] == true;
        }
    }

    // The first patient of an arm has the least times of all endpoints, the second the greatest.
    private static void Hold(SurvivalDraft survival, int patient, int place, int arm)
    {
        foreach (EndpointDraft endpoint in survival.Endpoints)
        {
            if (place < 2)
            {
                endpoint.SetTime(patient, (place == 0 ? endpoint.Least : endpoint.Greatest)[arm]);
                endpoint.Held[patient] = true;
            }
        }
    }

    private static double? Printed(CohortDraft draft, SurvivalDraft survival, int endpoint, string column, string aspect)
    {
        foreach ((StudyRow row, MedianRangeMeasure measure) in draft.Targets.Rows<MedianRangeMeasure>())
        {
            if (measure.Endpoint == survival.Names[endpoint].Name
                && (draft.Targets.Of(row, column, aspect) ?? draft.Targets.Of(row, ColumnNames.All, aspect)) is { } claim)
            {
                return Math.Round(claim.Value * survival.Endpoints[endpoint].Unit, MidpointRounding.AwayFromZero);
            }
        }

        return null;
    }
}
