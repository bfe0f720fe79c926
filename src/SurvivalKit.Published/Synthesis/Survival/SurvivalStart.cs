namespace SurvivalKit.Published;

/// <summary>The first times, events and free indicators: Weibull times about the printed medians, within the printed ranges, whose ends are
/// the times of two patients of each arm.</summary>
internal static class SurvivalStart
{
    private const double Shape = 1.2;
    private const double LeastShareOfEvents = 0.75;
    private const double FinestVisits = 0.08;
    private const int Visits = 6;

    public static SurvivalDraft Make(CohortDraft draft, SplitMix64 random)
    {
        var survival = new SurvivalDraft(draft);
        var medians = new double[survival.Endpoints.Length][];
        for (int e = 0; e < survival.Endpoints.Length; e++)
        {
            medians[e] = new double[draft.Arms.Length];
            for (int arm = 0; arm < draft.Arms.Length; arm++)
            {
                int at = e;
                string name = draft.Study.Arms[arm].Name;
                medians[e][arm] = Printed(draft, survival, at, name, Aspects.Median) ?? 12 * survival.Units[e];
                survival.Least[e][arm] = (int)(Printed(draft, survival, at, name, Aspects.Minimum) ?? 1);
                survival.Greatest[e][arm] = (int)(Printed(draft, survival, at, name, Aspects.Maximum) ?? Math.Ceiling(6 * medians[e][arm]));
            }
        }

        // The number of events is not printed, and is hard to change later: each search starts with another proportion.
        double share = LeastShareOfEvents + ((1 - LeastShareOfEvents) * random.NextFraction());
        for (int arm = 0; arm < draft.Arms.Length; arm++)
        {
            int[] patients = random.Shuffled(draft.Arms[arm]);
            for (int place = 0; place < patients.Length; place++)
            {
                Draw(survival, medians, share, patients[place], random);
                Hold(survival, patients[place], place, arm);
            }
        }

        Tie(survival, medians, random);
        foreach (FreeIndicator indicator in survival.Free)
        {
            Lean(draft, survival, indicator.Name, indicator.Values, random);
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
            double step = apart * medians[e].Average();
            for (int i = 0; i < survival.Arm.Length; i++)
            {
                int arm = survival.Arm[i];
                int visit = (int)(Math.Round(survival.Times[e][i] / step) * step);
                int old = survival.Times[e][i];
                if (!survival.Held[e][i] && visit >= survival.Least[e][arm] && visit <= survival.Greatest[e][arm])
                {
                    survival.Times[e][i] = visit;
                    if (!survival.IsPossible(i))
                    {
                        survival.Times[e][i] = old;
                    }
                }
            }
        }
    }

    /// <summary>Gives a free indicator to patients with short times where the hazard ratio is above 1, to those with long
    /// times where it is below: a search that starts on the correct side of 1 stays there.</summary>
    private static void Lean(CohortDraft draft, SurvivalDraft survival, string name, double?[] values, SplitMix64 random)
    {
        foreach ((StudyRow row, CoxMeasure measure) in draft.Targets.Rows<CoxMeasure>())
        {
            if (measure.Term == name && draft.Targets.Of(row, null, Aspects.HazardRatio) is { } ratio)
            {
                int[] times = survival.Times[survival.Endpoints.IndexOf(draft.Study.Endpoint(measure.Endpoint))];
                double noise = times.Max() / 2.0;
                int[] ordered = [.. Enumerable.Range(0, times.Length)
                    .Select(i => (Patient: i, Score: (ratio.Value > 1 ? times[i] : -times[i]) + (noise * random.NextFraction())))
                    .OrderBy(pair => pair.Score)
                    .Select(pair => pair.Patient)];
                int ones = values.Count(value => value == 1);
                for (int place = 0; place < ordered.Length; place++)
                {
                    values[ordered[place]] = place < ones ? 1 : 0;
                }

                return;
            }
        }
    }

    private static void Draw(SurvivalDraft survival, double[][] medians, double share, int patient, SplitMix64 random)
    {
        int arm = survival.Arm[patient];
        bool isEvent = random.NextFraction() < share;
        double quantile = Math.Pow(-Math.Log(random.NextFraction()) / Math.Log(2), 1 / Shape);

        // Endpoints that bound others come first.
        foreach (int e in Enumerable.Range(0, survival.Endpoints.Length).OrderBy(e => survival.Later[e] >= 0))
        {
            int later = survival.Later[e];
            double drawn = medians[e][arm] * quantile * (later < 0 ? 1 : 0.6 + (0.8 * random.NextFraction()));
            int greatest = later < 0 ? survival.Greatest[e][arm] : Math.Min(survival.Greatest[e][arm], survival.Times[later][patient]);
            int least = Math.Min(survival.Least[e][arm], greatest);

            // Times outside the range are redrawn, not truncated to its ends.
            survival.Times[e][patient] = drawn >= least && drawn <= greatest ? (int)drawn : random.Next(least, greatest);
            survival.Events[e][patient] = isEvent || (later >= 0 && random.NextFraction() < share);
        }
    }

    // The first patient of an arm has the least times of all endpoints, the second the greatest.
    private static void Hold(SurvivalDraft survival, int patient, int place, int arm)
    {
        for (int e = 0; place < 2 && e < survival.Endpoints.Length; e++)
        {
            survival.Times[e][patient] = (place == 0 ? survival.Least : survival.Greatest)[e][arm];
            survival.Held[e][patient] = true;
        }
    }

    private static double? Printed(CohortDraft draft, SurvivalDraft survival, int endpoint, string column, string aspect)
    {
        foreach ((StudyRow row, MedianRangeMeasure measure) in draft.Targets.Rows<MedianRangeMeasure>())
        {
            if (measure.Endpoint == survival.Endpoints[endpoint].Name
                && (draft.Targets.Of(row, column, aspect) ?? draft.Targets.Of(row, ColumnNames.All, aspect)) is { } claim)
            {
                return Math.Round(claim.Value * survival.Units[endpoint], MidpointRounding.AwayFromZero);
            }
        }

        return null;
    }
}
