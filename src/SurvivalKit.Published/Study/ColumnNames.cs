namespace SurvivalKit.Published;

/// <summary>The columns of claims that are not arms.</summary>
public static class ColumnNames
{
    /// <summary>All patients.</summary>
    public const string All = "All";

    /// <summary>The test between the arms.</summary>
    public const string P = "P";
}
