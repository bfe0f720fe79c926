using System.Collections.Immutable;

namespace SurvivalKit;

public sealed partial class CoxFit
{
    /// <summary>Likelihood-ratio tests of all terms: R's <c>anova(fit)</c>, or type III.</summary>
    /// <param name="kind">Whether terms are added one after the other, the default, or each is left out of the whole model.</param>
    /// <exception cref="SurvivalDataException">The fit has robust standard errors or a ridge penalty, or it was loaded and has no
    /// data.</exception>
    public CoxAnova Anova(AnovaKind kind = AnovaKind.Sequential)
    {
        Choice.Check(kind);
        LikelihoodTests.Refuse(this);
        string[] terms = [.. _termOfColumn.Distinct()];
        (double full, int freedom) = (LogLikelihood, DegreesOfFreedom);
        (double Value, int Rank) before = Maximum(column => false);
        double empty = before.Value;
        var rows = ImmutableArray.CreateBuilder<CoxAnovaRow>(terms.Length);
        for (int place = 0; place < terms.Length; place++)
        {
            if (kind == AnovaKind.TypeThree)
            {
                (double without, int rank) = Maximum(column => _termOfColumn[column] != terms[place]);
                rows.Add(new(terms[place], without, LikelihoodTests.LikelihoodRatio(full - without, freedom - rank)));
            }
            else
            {
                (double Value, int Rank) with = place == terms.Length - 1 ? (full, freedom) : Maximum(
                    column => Array.IndexOf(terms, _termOfColumn[column]) <= place);
                rows.Add(new(
                    terms[place], with.Value, LikelihoodTests.LikelihoodRatio(with.Value - before.Value, with.Rank - before.Rank)));
                before = with;
            }
        }

        return new(kind, Formula, empty, full, rows.MoveToImmutable());
    }

    /// <summary>Uno's C: the concordance in which each pair counts by the inverse square of the probability of not yet being censored, so
    /// that it does not depend on the censoring (Uno, Cai, Pencina, D'Agostino and Wei 2011); R's <c>concordance(fit, timewt =
    /// "n/G2", ymax = tau)</c>.</summary>
    /// <param name="horizon">The time up to which events count; default: all.</param>
    /// <exception cref="SurvivalDataException">The observations are intervals (start, stop], whose censoring has no such probability; the
    /// horizon is not a number; or the fit was loaded and has no data.</exception>
    public ConcordanceIndex UnoConcordance(double? horizon = null)
    {
        if (State.Data.Start.Length > 0)
        {
            throw new SurvivalDataException(
                "Uno's concordance weighs by the probability of not being censored, which (start, stop] data do not give; right-censored data were expected.");
        }

        if (horizon is double.NaN)
        {
            throw new SurvivalDataException("Not a number was given as the horizon of a concordance; a time was expected.");
        }

        double[] weights = CensoringWeights.Compute(State.Given.Data, horizon ?? double.PositiveInfinity);
        return ConcordanceCount.Count(State, weights) with
        {
            Title = horizon is { } tau && double.IsFinite(tau)
                ? $"Uno's concordance up to {NumberText.Format(tau, NumberKind.Time)}"
                : "Uno's concordance",
        };
    }

    // The largest log-likelihood with only some of the coefficients, and the number of those that the data determine.
    private (double Value, int Rank) Maximum(Func<int, bool> isFree)
    {
        int[] free = [.. Enumerable.Range(0, Terms.Length).Where(isFree)];
        if (!Options.Firth)
        {
            CoxSolution smaller = CoxEstimation.WithOnly(State.Given, Options, free);
            return (smaller.LogLikelihood, smaller.Rank);
        }

        // Firth's penalty is that of the whole model, with the other coefficients held at 0.
        bool[] isFixed = [.. Enumerable.Range(0, Terms.Length).Select(column => !isFree(column))];
        var constrained = new ConstrainedLikelihood(CoxEstimation.Objective(State.Given, Options), State.Given.Data, isFixed);
        double value = constrained.Maximize(new double[isFixed.Length], 1e-20);
        return (value, constrained.Rank);
    }
}
