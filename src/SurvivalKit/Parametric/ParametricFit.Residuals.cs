using System.Collections.Immutable;

namespace SurvivalKit;

/// <content>Residuals.</content>
public sealed partial class ParametricFit
{
    internal ImmutableArray<int> UsedRows { get; init; }

    /// <summary>Residuals of the observations; equal to R's <c>residuals.survreg</c>, without case weights.</summary>
    /// <param name="kind">Which residuals.</param>
    /// <exception cref="SurvivalDataException">The distribution has no such residuals, or the fit has no estimates.</exception>
    public ParametricResiduals Residuals(ParametricResidualKind kind)
    {
        Choice.Check(kind);
        if (_solution.Search is not { } search)
        {
            throw new SurvivalDataException(
                "The fit has no estimates, since no event was observed; a fit to data with events was expected.");
        }

        bool isLocated = kind is not (ParametricResidualKind.Response or ParametricResidualKind.Deviance)
            || (Options.Distribution is not (ParametricDistribution.Gompertz or ParametricDistribution.PiecewiseExponential)
                && !FlexibleModel.IsSpline(Options.Distribution));
        if (!isLocated)
        {
            throw new SurvivalDataException(
                $"A {ParametricTables.NameOf(Options.Distribution)} regression has no {kind} residuals, which are for locations and scales; Working, DfBeta, LdCase or CoxSnell was expected.");
        }

        ImmutableArray<string> columns = kind == ParametricResidualKind.DfBeta
            ? [.. Terms.Select(term => term.Name)] : [kind.ToString().ToLowerInvariant()];
        ImmutableArray<int> rows = UsedRows.IsDefault ? [.. Enumerable.Range(0, Observations)] : UsedRows;
        return new(kind, columns, rows, ParametricResidualRows.Compute(this, search, kind));
    }
}
