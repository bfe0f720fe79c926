namespace SurvivalKit;

/// <summary>The rules for case weights: one an observation, none negative, not all 0.</summary>
internal static class CaseWeights
{
    /// <summary>Whether a weight is not a whole number, so that the weights are not counts of observations.</summary>
    public static bool AreFractional(ReadOnlySpan<double> weights)
    {
        foreach (double weight in weights)
        {
            if (weight != Math.Floor(weight))
            {
                return true;
            }
        }

        return false;
    }

    public static void Check(ReadOnlySpan<double> weights, int observations)
    {
        if (observations == 0)
        {
            throw new SurvivalDataException("There are no observations; at least one was expected.");
        }

        if (!weights.IsEmpty && weights.Length != observations)
        {
            throw new SurvivalDataException(
                FormattableString.Invariant($"There {(weights.Length == 1 ? "is" : "are")} {NumberText.Count(weights.Length, "weight")} for {NumberText.Count(observations, "observation")}; one each was expected."));
        }

        bool counts = weights.IsEmpty;
        for (int i = 0; i < weights.Length; i++)
        {
            if (!(weights[i] >= 0 && double.IsFinite(weights[i])))
            {
                throw SurvivalDataException.AtCell(
                    null, i + 1L, "weights", FormattableString.Invariant($"{weights[i]}"), "a finite weight of 0 or more was expected.");
            }

            counts |= weights[i] > 0;
        }

        if (!counts)
        {
            throw new SurvivalDataException("All weights are 0; a weight above 0 was expected.");
        }
    }
}
