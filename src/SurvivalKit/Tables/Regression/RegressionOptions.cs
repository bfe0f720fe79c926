using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>What a regression table shows, and how.</summary>
public sealed record RegressionOptions
{
    /// <summary>The labels of variables and of their levels, by <see cref="RegressionRow.Names"/>: <c>sex</c> or <c>factor(sex)</c> for the
    /// variable, <c>factor(sex)2</c> for a level. Names that the table does not have are ignored. Default: none, so that a column's own
    /// label (<see cref="SurvivalData.LabelsOf"/>) is used, or else its name.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The decimals of hazard ratios and limits, 0 to 6; default: 2.</summary>
    public int Decimals { get; init; } = 2;

    /// <summary>Whether the table shows n and events of each row, where a fit has its rows; default: yes.</summary>
    public bool Counts { get; init; } = true;

    /// <summary>The test of a term with several coefficients, as of a variable with more than two levels; default:
    /// <see cref="RegressionTest.Wald"/>.</summary>
    public RegressionTest Global { get; init; } = RegressionTest.Wald;

    /// <summary>Whether the table shows the E-values of hazard ratios, and of their limits nearer to 1: <see cref="EValue"/>, for a common
    /// outcome where more than <see cref="EValue.CommonFrom"/> of the observations have the event; default: no. Interactions have
    /// none.</summary>
    public bool EValues { get; init; }

    /// <summary>The title of the table; default: none.</summary>
    public string Title { get; init; } = "";

    /// <summary>Throws where an option cannot be used.</summary>
    internal void Check()
    {
        Choice.Check(Global);
        if (Decimals is < 0 or > 6)
        {
            throw new SurvivalDataException(
                FormattableString.Invariant($"A regression table with {Decimals} decimals was asked for; 0 to 6 were expected."));
        }
    }
}
