using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>The options of a MaxCombo test.</summary>
public sealed record MaxComboOptions
{
    /// <summary>The weights, 1 to 20; default: FH(0, 0), FH(0, 1), FH(1, 1) and FH(1, 0), which stress no, late, middle and early
    /// differences.</summary>
    public ImmutableArray<FlemingHarrington> Weights { get; init; } = [new(0, 0), new(0, 1), new(1, 1), new(1, 0)];

    /// <summary>The alternative; default: the groups differ in either direction.</summary>
    public MaxComboAlternative Alternative { get; init; } = MaxComboAlternative.TwoSided;

    /// <summary>The relative error of P to reach, above 0; default: 1e-6. The error reached is <see cref="MaxComboResult.PError"/>: with
    /// six or more linearly independent statistics it may be about 1e-6 of P or more.</summary>
    public double Accuracy { get; init; } = 1e-6;

    /// <summary>Whether times that differ only by rounding are one time, as R's <c>timefix</c>; default: yes.</summary>
    public bool JoinNearTies { get; init; } = true;

    internal void Check()
    {
        Choice.Check(Alternative);
        if (Weights.IsDefaultOrEmpty || Weights.Length > LatticeRule.MaxDimensions)
        {
            throw new SurvivalDataException(FormattableString.Invariant(
                $"{NumberText.Count(Weights.IsDefault ? 0 : Weights.Length, "weight")} {(!Weights.IsDefault && Weights.Length == 1 ? "was" : "were")} given for a MaxCombo test; 1 to {LatticeRule.MaxDimensions} were expected."));
        }

        foreach (FlemingHarrington weight in Weights)
        {
            FlemingHarrington.Check(weight.Rho, weight.Gamma);
        }

        if (!(Accuracy > 0))
        {
            throw new SurvivalDataException(
                FormattableString.Invariant($"An accuracy of {Accuracy} was given; a number above 0 was expected."));
        }
    }
}
