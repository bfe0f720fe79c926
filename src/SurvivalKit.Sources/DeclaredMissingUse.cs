namespace SurvivalKit.Sources;

/// <summary>What becomes of values that the file declares to be missing for a reason: SPSS's user-missing values, Stata's <c>.a</c> to
/// <c>.z</c>, SAS's <c>.A</c> to <c>.Z</c> and <c>._</c>.</summary>
public enum DeclaredMissingUse
{
    /// <summary>They are missing as those without a reason are; a note tells how many there are of each.</summary>
    Missing,

    /// <summary>They are missing, and a column <c>NAME.missing</c> beside theirs gives the reason: the value's label, or the
    /// value.</summary>
    Column,

    /// <summary>SPSS's stay the values that they are; the others, which are no numbers, are missing.</summary>
    Values,
}
