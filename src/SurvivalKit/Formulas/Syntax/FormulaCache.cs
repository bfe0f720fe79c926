namespace SurvivalKit;

/// <summary>The last few formulas that were read, so that a model fitted a million times is read once.</summary>
/// <remarks>A formula's place follows from its text; whoever comes later takes the place. Safe without a lock: a place holds an immutable formula or none.</remarks>
internal static class FormulaCache
{
    private static readonly SurvivalFormula?[] Formulas = new SurvivalFormula?[64];

    public static SurvivalFormula Get(string formula)
    {
        ArgumentNullException.ThrowIfNull(formula);
        ref SurvivalFormula? place = ref Formulas[(uint)formula.GetHashCode() % (uint)Formulas.Length];
        SurvivalFormula? known = Volatile.Read(ref place);
        if (known is null || !string.Equals(known.Text, formula, StringComparison.Ordinal))
        {
            known = SurvivalFormula.Parse(formula);
            Volatile.Write(ref place, known);
        }

        return known;
    }
}
