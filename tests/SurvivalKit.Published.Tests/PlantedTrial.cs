using System.Globalization;
using System.Text.Json.Nodes;

namespace SurvivalKit.Published.Tests;

/// <summary>
/// An invented trial of three arms and two endpoints. Its printed figures are those of <c>planted-trial.csv</c>, computed in R by
/// <c>planted-trial.R</c> beside it, except the <see cref="Plants"/>: numbers that contradict others, one of each kind.
/// </summary>
internal static class PlantedTrial
{
    public static string Text { get; } = Samples.Resource("planted-trial.json");

    public static Study Study { get; } = Study.Parse(Text, "planted-trial.json");

    /// <summary>The patients that the figures were computed from.</summary>
    public static Cohort Cohort { get; } = InventedCohort.Of(Study, Samples.Resource("planted-trial.csv"));

    /// <summary>The numbers that no data can give together with others, the original numbers, and the check that finds them.</summary>
    public static IReadOnlyList<Plant> Plants { get; } =
    [
        new("table1/Female/Rye#%", "58.3", AuditCheck.Percentage),
        new("table1/Stage > II/All#n", "27", AuditCheck.Sum),
        new("table1/Age/All#mean", "60.0", AuditCheck.MeanAndSpread),
        new("table1/Slices a day/All#sd", "2.13", AuditCheck.MeanAndSpread),
        new("table1/Slices a day/Oat#mean", "6.04", AuditCheck.MeanAndSpread),
        new("table1/Symptoms > Fever/P#p", ".13", AuditCheck.PValue),
        new("table2/Median PFS (range)/All#max", "34.4", AuditCheck.MedianAndRange),
        new("table2/Median PFS (range)/Oat#max", "17.2", AuditCheck.MedianAndRange),
        new("text/OS univariate > Wheat#hr", "0.67", AuditCheck.HazardRatio),
        new("text/PFS multivariate > Stage III#p", ".011", AuditCheck.HazardRatio),
        new("text/OS univariate > Fever#lower", "1.17", AuditCheck.HazardRatio),
        new("text/OS univariate > Fever#upper", "3.81", AuditCheck.HazardRatio),
        new("abstract/Median OS/Rye#median", "20.1", AuditCheck.Duplicate),
    ];

    /// <summary>Two numbers that were changed along with a plant, and two that fit under another rule of rounding only.</summary>
    public static IReadOnlyList<(string Id, string Honest)> Others { get; } =
    [
        ("table1/Stage > II/All#%", "36.0"),
        ("text/OS univariate > Fever#p", ".014"),
        ("table1/Stage > Missing/All#%", "6.3"),
        ("table2/Rash of grade 3 or more/All#%", "18.8"),
    ];

    /// <summary>The study with the figures of its patients, without the plants.</summary>
    public static Study Honest { get; } = Study.Parse(HonestText(), "honest-trial.json");

    private static string HonestText()
    {
        JsonNode root = JsonNode.Parse(Text)!;
        Dictionary<string, string> honest =
            Plants.Select(plant => (plant.Id, plant.Honest)).Concat(Others).ToDictionary(pair => pair.Id, pair => pair.Honest);
        foreach (JsonNode? claim in root["claims"]!.AsArray())
        {
            if (honest.Remove((string)claim!["id"]!, out string? printed))
            {
                claim["printed"] = printed;
                claim["value"] = double.Parse(printed, CultureInfo.InvariantCulture);
                claim["decimals"] = printed.Length - 1 - (printed.Contains('.', StringComparison.Ordinal)
                    ? printed.IndexOf('.', StringComparison.Ordinal)
                    : printed.Length - 1);
                ((JsonObject)claim).Remove("relation");
                claim["relation"] = "=";
            }
        }

        Assert.Empty(honest);
        return root.ToJsonString();
    }

    /// <param name="Id">The claim.</param>
    /// <param name="Honest">The value computed from the patients.</param>
    /// <param name="Check">The check that finds the contradiction.</param>
    internal sealed record Plant(string Id, string Honest, AuditCheck Check);
}
