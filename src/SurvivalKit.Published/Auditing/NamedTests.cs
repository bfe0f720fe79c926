using System.Collections.Immutable;

namespace SurvivalKit.Published;

/// <summary>Which tests the methods of a study name for one use, or without saying for what.</summary>
internal sealed class NamedTests
{
    private static readonly (string Word, string[] Tests)[] Known =
    [
        ("chi", ["Pearson's chi-square", "Chi-square test with Yates"]),
        ("χ", ["Pearson's chi-square", "Chi-square test with Yates"]),
        ("pearson", ["Pearson's chi-square"]),
        ("yates", ["Chi-square test with Yates"]),
        ("continuity", ["Chi-square test with Yates"]),
        ("fisher", ["Fisher's exact"]),
        ("exact", ["Fisher's exact"]),
        ("freeman", ["Fisher's exact"]),
        ("mid-p", ["Mid-P"]),
        ("likelihood", ["Likelihood-ratio"]),
        ("trend", ["Cochran-Armitage", "Linear-by-linear"]),
        ("armitage", ["Cochran-Armitage"]),
        ("linear-by-linear", ["Linear-by-linear"]),
        ("t-test", ["Student's t", "Welch's t"]),
        ("t test", ["Student's t", "Welch's t"]),
        ("student", ["Student's t"]),
        ("welch", ["Welch's t"]),
        ("z-test", ["z test"]),
        ("z test", ["z test"]),
    ];

    private static readonly Dictionary<NamedTestKind, string[]> OfKind = new()
    {
        [NamedTestKind.ChiSquare] = ["Pearson's chi-square", "Chi-square test with Yates"],
        [NamedTestKind.Fisher] = ["Fisher's exact"],
        [NamedTestKind.Trend] = ["Cochran-Armitage", "Linear-by-linear"],
        [NamedTestKind.TTest] = ["Student's t", "Welch's t"],
        [NamedTestKind.AnalysisOfVariance] = ["One-way analysis of variance"],
    };

    private static readonly string[] Ranks = ["rank-sum", "rank sum", "ranksum", "mann", "wilcoxon", "kruskal", "median test"];

    private readonly ImmutableArray<NamedTest> _tests;

    public NamedTests(StudyMethods methods, NamedTestUse use) => _tests = [.. methods.Tests.Where(test => test.Use == NamedTestUse.Unsaid || test.Use == use)];

    /// <summary>Whether the methods name a test of counts.</summary>
    public bool NameCounts => Has("Pearson's chi-square") || Has("Chi-square test with Yates") || Has("Fisher's exact") || Has("Likelihood-ratio") || Has("Mid-P") || Has("Cochran-Armitage");

    /// <summary>Whether the methods name a test of means and no test of ranks, so that a continuous variable can have had no other.</summary>
    public bool NameOnlyMeans => (Has("Student's t") || Has("Welch's t") || Has("One-way analysis of variance")) && !_tests.Any(IsOfRanks);

    /// <summary>The methods' name for a test; <see langword="null"/>: they do not name it.</summary>
    public string? For(string test) => test.Contains("one-sided", StringComparison.Ordinal)
        ? null
        : _tests.FirstOrDefault(named => TestsOf(named).Any(start => test.StartsWith(start, StringComparison.Ordinal)))?.Test;

    /// <summary>What a named test is called here: by its kind, and where the study file gives none, by its words.</summary>
    private static IEnumerable<string> TestsOf(NamedTest named) => named.Kind == NamedTestKind.Other
        ? Known.Where(known => named.Test.Contains(known.Word, StringComparison.OrdinalIgnoreCase)).SelectMany(known => known.Tests)
        : OfKind.GetValueOrDefault(named.Kind, []);

    private static bool IsOfRanks(NamedTest named) => named.Kind == NamedTestKind.Rank
        || (named.Kind == NamedTestKind.Other && Ranks.Any(word => named.Test.Contains(word, StringComparison.OrdinalIgnoreCase)));

    private bool Has(string test) => For(test) is not null;
}
