using System.Text.Json.Serialization;

namespace SurvivalKit.Cli;

/// <summary>The JSON of <c>survkit pvalue</c>; <c>reproducesPrinted</c> is null where no printed value was given.</summary>
internal sealed record PValueJson(IReadOnlyList<EventCount> Counts, IReadOnlyList<PValueJson.Test> Tests)
{
    internal sealed record Test([property: JsonPropertyName("test")] string Name, double? Statistic, double? Df, double P, bool? ReproducesPrinted);
}
