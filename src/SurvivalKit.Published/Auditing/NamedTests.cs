namespace SurvivalKit.Published;

/// <summary>Which tests the methods of a study name.</summary>
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

    private static readonly string[] Ranks = ["rank-sum", "rank sum", "ranksum", "mann", "wilcoxon", "kruskal", "median test"];

    private readonly string[] _names;

    public NamedTests(StudyMethods methods)
    {
        _names = [.. methods.Tests.Select(test => $"{test.Test.ToLowerInvariant()} {Word(test.Kind)}")];
        Texts = [.. methods.Tests.Select(test => test.Test)];
    }

    /// <summary>The names as the methods have them.</summary>
    public IReadOnlyList<string> Texts { get; }

    /// <summary>Whether the methods name a test of counts.</summary>
    public bool NameCounts => Has("Pearson's chi-square") || Has("Chi-square test with Yates") || Has("Fisher's exact") || Has("Likelihood-ratio") || Has("Mid-P") || Has("Cochran-Armitage");

    /// <summary>Whether the methods name a t test and no test of ranks, so that a continuous variable can have had no other.</summary>
    public bool NameOnlyT => (Has("Student's t") || Has("Welch's t")) && !_names.Any(name => Ranks.Any(name.Contains));

    /// <summary>The methods' name for a test; <see langword="null"/>: they do not name it.</summary>
    public string? For(string test) => test.Contains("one-sided", StringComparison.Ordinal)
        ? null
        : Texts.Where((_, i) => Known.Any(known => _names[i].Contains(known.Word, StringComparison.Ordinal) && known.Tests.Any(start => test.StartsWith(start, StringComparison.Ordinal)))).FirstOrDefault();

    /// <summary>The word by which a test of a kind is known, whatever the methods call it.</summary>
    private static string Word(NamedTestKind kind) => kind switch
    {
        NamedTestKind.TTest => "t-test",
        NamedTestKind.Rank => "rank-sum",
        NamedTestKind.ChiSquare => "chi",
        NamedTestKind.Fisher => "fisher",
        NamedTestKind.Trend => "trend",
        _ => "",
    };

    private bool Has(string test) => For(test) is not null;
}
