using System.Text.Json.Nodes;

namespace SurvivalKit.Published.Tests;

/// <summary>The studies that the tests use: the one in <c>data-samples</c>, and an invented one of three arms.</summary>
internal static class Samples
{
    public static string Folder { get; } = Path.Combine(Root(), "data-samples", "ep-nec-2025");

    public static Study Paper { get; } = Study.Load(Folder);

    /// <summary>The seed of the cohort in <c>data-samples</c>.</summary>
    public const ulong Seed = 3;

    /// <summary>The cohort in <c>data-samples</c>.</summary>
    public static Cohort PaperCohort { get; } = Cohort.Load(Paper, Folder);

    public static string InventedText { get; } = Resource("invented-trial.json");

    public static Study Invented { get; } = Study.Parse(InventedText, "invented-trial.json");

    /// <summary>A short search, which a small study does not need longer.</summary>
    public static SynthesisOptions Short { get; } = new() { Starts = 4, Steps = 3_000 };

    /// <summary>A cohort of a small study.</summary>
    public static Cohort Synthesize(Study study, ulong seed) => CohortSynthesizer.Run(study, Short with { Seed = seed }).Cohort;

    /// <summary>The invented study, changed.</summary>
    public static string InventedWith(Action<JsonNode> change)
    {
        JsonNode node = JsonNode.Parse(InventedText)!;
        change(node);
        return node.ToJsonString();
    }

    public static string Root()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "SurvivalKit.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside the repository.");
    }

    internal static string Resource(string name)
    {
        using Stream stream = typeof(Samples).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
