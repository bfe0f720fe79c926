namespace SurvivalKit;

/// <summary>What error messages call the parts of a response: the columns or expressions of the formula.</summary>
internal sealed record SurvNames(string Start, string Time, string Status)
{
    public static SurvNames Default { get; } = new("start", "time", "status");
}
