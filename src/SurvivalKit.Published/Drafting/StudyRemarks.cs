namespace SurvivalKit.Published;

/// <summary>Remarks that are of the whole study and not of a number.</summary>
internal static class StudyRemarks
{
    /// <summary>The place of a remark on the arms.</summary>
    public const string Arms = "arms";

    /// <summary>What a remark on the program names.</summary>
    public const string Software = "software";
}
