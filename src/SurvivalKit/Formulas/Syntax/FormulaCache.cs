namespace SurvivalKit;

/// <summary>The last few parsed formulas, so that the formula of a model fitted a million times is parsed once.</summary>
/// <remarks>A formula's slot follows from its text; a later formula replaces the one in its slot. Thread-safe without a lock, since a slot
/// holds an immutable formula or null.</remarks>
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
