namespace SurvivalKit.Sources;

/// <summary>What becomes of the labels that SPSS and Stata give to values, as 1 = "male".</summary>
public enum ValueLabelUse
{
    /// <summary>A column all of whose values have a label becomes a <see cref="FactorColumn"/> of the labels, in the order of the
    /// values; one in which a value has none stays numbers, which a note tells.</summary>
    Levels,

    /// <summary>The values stay as they are, and the labels are not used.</summary>
    Codes,
}
