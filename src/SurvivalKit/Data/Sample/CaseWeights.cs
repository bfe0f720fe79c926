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
                FormattableString.Invariant($"There {(weights.Length == 1 ? "is" : "are")} {weights.Length} weight{(weights.Length == 1 ? "" : "s")} for {observations} observation{(observations == 1 ? "" : "s")}; one each was expected."));
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

    /// <summary>Whether errors are robust: where that is asked for, and by R's rule with clusters and where a weight is no whole
    /// number.</summary>
    /// <param name="asked">What was asked for; <see langword="null"/>: R's rule.</param>
    /// <param name="hasClusters">Whether there are clusters.</param>
    /// <param name="areFractional">Whether a weight is no whole number.</param>
    /// <exception cref="SurvivalDataException">Clusters were given and robust errors refused.</exception>
    public static bool AreErrorsRobust(bool? asked, bool hasClusters, Func<bool> areFractional) => hasClusters && asked == false
        ? throw new SurvivalDataException(
            "Clusters were given, and Robust is false: robust errors, which alone use clusters, were refused; one of the two was expected.")
        : asked ?? (hasClusters || areFractional());
}
