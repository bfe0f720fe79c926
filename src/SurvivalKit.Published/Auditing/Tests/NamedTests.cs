using System.Collections.Immutable;

namespace SurvivalKit.Published;

/// <summary>The tests that the methods of a study name for one use, or without a stated use.</summary>
internal sealed class NamedTests
{
    private static readonly (string Word, TestKind[] Kinds)[] Known =
    [
        ("chi", [TestKind.PearsonChiSquare, TestKind.YatesChiSquare]),
        ("χ", [TestKind.PearsonChiSquare, TestKind.YatesChiSquare]),
        ("pearson", [TestKind.PearsonChiSquare]),
        ("yates", [TestKind.YatesChiSquare]),
        ("continuity", [TestKind.YatesChiSquare]),
        ("fisher", [TestKind.FisherExact, TestKind.FisherDoubled]),
        ("exact", [TestKind.FisherExact, TestKind.FisherDoubled]),
        ("freeman", [TestKind.FisherExact, TestKind.FisherDoubled]),
        ("mid-p", [TestKind.MidP, TestKind.MidPDoubled]),
        ("likelihood", [TestKind.LikelihoodRatioChiSquare]),
        ("trend", [TestKind.CochranArmitage, TestKind.LinearByLinear]),
        ("armitage", [TestKind.CochranArmitage]),
        ("linear-by-linear", [TestKind.LinearByLinear]),
        ("t-test", [TestKind.StudentT, TestKind.WelchT]),
        ("t test", [TestKind.StudentT, TestKind.WelchT]),
        ("student", [TestKind.StudentT]),
        ("welch", [TestKind.WelchT]),
        ("z-test", [TestKind.ProportionsZ, TestKind.MeansZ]),
        ("z test", [TestKind.ProportionsZ, TestKind.MeansZ]),
        ("rank-sum", [TestKind.RankSum]),
        ("rank sum", [TestKind.RankSum]),
        ("ranksum", [TestKind.RankSum]),
        ("mann", [TestKind.RankSum]),
        ("wilcoxon", [TestKind.RankSum]),
        ("kruskal", [TestKind.KruskalWallis]),
        ("median test", [TestKind.RankSum, TestKind.KruskalWallis]),
    ];

    private static readonly TestKind[] OfCounts =
    [
        TestKind.PearsonChiSquare, TestKind.YatesChiSquare, TestKind.FisherExact, TestKind.LikelihoodRatioChiSquare, TestKind.MidP,
        TestKind.CochranArmitage,
    ];

    private static readonly TestKind[] OfMeans = [TestKind.StudentT, TestKind.WelchT, TestKind.OneWayAnova];

    private static readonly TestKind[] OfRanks = [TestKind.RankSum, TestKind.KruskalWallis];

    private readonly ImmutableArray<(string Name, ImmutableArray<TestKind> Kinds)> _tests;

    public NamedTests(StudyMethods methods, NamedTestUse use) =>
        _tests = [.. methods.Tests.Where(test => test.Use == NamedTestUse.Unsaid || test.Use == use)
            .Select(test => (test.Test, KindsOf(test)))];

    /// <summary>Whether the methods name a test of counts.</summary>
    public bool NameCounts => OfCounts.Any(Has);

    /// <summary>Whether the methods name a test of means and no test of ranks, so that a continuous variable was tested by one of
    /// them.</summary>
    public bool NameOnlyMeans => OfMeans.Any(Has) && !OfRanks.Any(Has);

    /// <summary>The methods' name for a test that was tried; <see langword="null"/>: they do not name it.</summary>
    public string? For(TestMatch test) => test.OneSided ? null : _tests.FirstOrDefault(named => named.Kinds.Contains(test.Kind)).Name;

    /// <summary>The tests that a name may mean: those of the study file, or without these, those implied by the words.</summary>
    private static ImmutableArray<TestKind> KindsOf(NamedTest named) => !named.Kinds.IsEmpty ? named.Kinds
        : [.. Known.Where(known => named.Test.Contains(known.Word, StringComparison.OrdinalIgnoreCase)).SelectMany(known => known.Kinds)];

    private bool Has(TestKind kind) => _tests.Any(named => named.Kinds.Contains(kind));
}
