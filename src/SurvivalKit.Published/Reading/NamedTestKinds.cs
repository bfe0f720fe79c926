using System.Collections.Immutable;

namespace SurvivalKit.Published;

/// <summary>The names of kinds of tests in a study file, with the tests that methods sections do not distinguish; for a Cox model, Wald's
/// test unless stated otherwise.</summary>
internal static class NamedTestKinds
{
    public static ImmutableArray<(string Name, ImmutableArray<TestKind> Kinds)> All { get; } =
    [
        ("t", [TestKind.StudentT, TestKind.WelchT]),
        ("anova", [TestKind.OneWayAnova]),
        ("rank", [TestKind.RankSum, TestKind.KruskalWallis]),
        ("chi-square", [TestKind.PearsonChiSquare, TestKind.YatesChiSquare]),
        ("fisher", [TestKind.FisherExact, TestKind.FisherDoubled]),
        ("trend", [TestKind.CochranArmitage, TestKind.LinearByLinear]),
        ("log-rank", [TestKind.LogRank]),
        ("cox", [TestKind.Wald]),
        ("other", []),
    ];
}
