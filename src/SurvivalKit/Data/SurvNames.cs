namespace SurvivalKit;

/// <summary>The names of the parts of a response in error messages: the columns or expressions of the formula.</summary>
internal sealed record SurvNames(string Start, string Time, string Status)
{
    public static SurvNames Default { get; } = new("start", "time", "status");
}
