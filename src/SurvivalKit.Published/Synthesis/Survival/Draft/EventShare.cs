namespace SurvivalKit.Published;

/// <summary>The share of patients with the event that the printed intervals of hazard ratios ask for.</summary>
/// <remarks>The variance of the log ratio of two groups is about 1/d1 + 1/d0, d being their events: the width of an interval gives the
/// share of events among n1 and n0 patients. Other covariates only widen it, so that the greatest share is the nearest.</remarks>
internal static class EventShare
{
    private const double Least = 0.1;

    /// <summary>The share; <see langword="null"/>: no interval of two groups is printed.</summary>
    public static double? Of(CohortDraft draft, StudyEndpoint endpoint)
    {
        double[] shares = [.. Shares(draft, endpoint)];
        return shares.Length > 0 ? Math.Clamp(shares.Max(), Least, 1) : null;
    }

    private static IEnumerable<double> Shares(CohortDraft draft, StudyEndpoint endpoint)
    {
        foreach ((StudyRow row, CoxMeasure measure) in draft.Targets.Rows<CoxMeasure>())
        {
            if (measure.Endpoint == endpoint.Name
                && draft.Targets.Of(row, null, Aspects.Lower) is { Value: > 0 } lower
                && draft.Targets.Of(row, null, Aspects.Upper) is { } upper
                && upper.Value > lower.Value
                && Groups(draft, measure) is ( > 0 and var with, > 0 and var without))
            {
                double error = Math.Log(upper.Value / lower.Value) / (2 * ReferenceDistribution.NormalTwoSidedQuantile(0.05));
                yield return ((1.0 / with) + (1.0 / without)) / (error * error);
            }
        }
    }

    // The sizes of the two groups that a term compares; 0: it is a number.
    private static (int With, int Without) Groups(CohortDraft draft, CoxMeasure measure)
    {
        StudyVariable variable = draft.Study.Variable(measure.Term);
        if (variable.Kind == VariableKind.Indicator)
        {
            double?[] values = draft.Numbers(variable.Name);
            return (values.Count(value => value == 1), values.Count(value => value == 0));
        }

        if (variable.Kind != VariableKind.Category)
        {
            return default;
        }

        string level = measure.Level ?? variable.Levels[^1];
        string?[] levels = draft.Levels(variable.Name);
        return (levels.Count(own => own == level), levels.Count(own => own == variable.Levels[0]));
    }
}
