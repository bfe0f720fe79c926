using System.Text.RegularExpressions;

namespace SurvivalKit.Tests;

/// <summary>Which folder may use which, read from the sources: a type belongs to the folder of its file.</summary>
public sealed partial class FolderRuleTests
{
    private const int MostFiles = 20;

    /// <summary>The rooms of each project from the lowest to the highest: a room may use those before it.</summary>
    private static readonly Dictionary<string, string[]> Rooms = new()
    {
        ["SurvivalKit"] =
        [
            "Numerics", "Data", "Formulas", "Results", "Hypothesis", "Curves", "Shaping", "Comparison", "Cox", "CompetingRisks",
            "States", "Recurrent", "Parametric", "IntervalCensored", "Tables",
        ],
        ["SurvivalKit.TextCheck"] = ["Printed", "Judgement", "Arithmetic", "Reading", "Documents", "Grammar", "Tables", "Judging", ""],
        ["SurvivalKit.Documents"] = ["Page", "Word", "Pdf", "Report", ""],
        ["SurvivalKit.Published"] =
        [
            "Measures", "Study", "Reading", "Writing", "Checking", "Cohorts", "Computing", "Tables", "Auditing", "Reproducing", "Synthesis",
            "Drafting",
        ],
        ["SurvivalKit.Figures"] =
        [
            "Drawing", "Fonts", "Axes", "Rendering", "", "KaplanMeier", "CumulativeIncidence", "Parametric", "Forest", "Oncoprint",
            "Interactive",
        ],
        ["SurvivalKit.Cli"] =
        [
            "Frame", "AdverseEvents", "Audit", "Check", "Completion", "CompetingRisks", "Cox", "IntervalCensored", "KaplanMeier", "Kernel",
            "LogRank", "Notebook", "Parametric", "PValue", "Recurrent", "Reproduce", "Response", "Shape", "States", "Study", "Synthesize",
            "Table1", "WinRatio", "",
        ],
    };

    /// <summary>The uses of a higher room that remain, each with its reason.</summary>
    private static readonly Dictionary<string, string> Allowed = new()
    {
        ["SurvivalKit/Curves/HazardInfluence -> FlemingHarrington"] =
            "A method of its own has the name of a weight of the log-rank family.",
        ["SurvivalKit/Curves/HazardMethod -> FlemingHarrington"] =
            "A member of the enumeration has the name of a weight of the log-rank family.",
        ["SurvivalKit/Hypothesis/TestKind -> FlemingHarrington"] = "A kind of test has the name of its weight.",
        ["SurvivalKit/Hypothesis/TestKind -> LogRank"] = "A kind of test has the name of its room.",
        ["SurvivalKit.Figures//Figure -> InteractiveChart"] = "A figure has its interactive twin as a method, where a user looks for it.",
        ["SurvivalKit.Figures/KaplanMeier/KaplanMeierFigure -> InteractiveChart"] = "As above.",
    };

    /// <summary>The folders of one room that use each other, each with its reason; a folder and those within it are one.</summary>
    private static readonly Dictionary<string, string> AllowedCycles = new()
    {
        ["SurvivalKit: Formulas/Coding <-> Formulas/Evaluation"] =
            "Expressions hold columns of the data and crossed strata, which a coding reads; a coding is of the values of an expression.",
        ["SurvivalKit: Hypothesis/Counts <-> Hypothesis/Means"] =
            "The z test is of proportions and of means: one file, used by the tests of counts.",
    };

    public static TheoryData<string> Projects => [.. Rooms.Keys];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Folders_point_one_way(string project)
    {
        string root = Repository.File("src/" + project);
        string[] order = Rooms[project];
        (string Room, string Name, string Text)[] files =
            [.. Files(root).Select(file => (RoomOf(root, file), Path.GetFileNameWithoutExtension(file), Code(File.ReadAllText(file))))];
        Assert.Empty(files.Select(file => file.Room).Distinct().Except(order));
        ILookup<string, string> homes = files.SelectMany(
            file => DeclaredType().Matches(file.Text).Select(match => (match.Groups[1].Value, file.Room)))
            .Distinct().ToLookup(pair => pair.Value, pair => pair.Room);

        string[] upward =
        [
            .. files.SelectMany(file => Word().Matches(file.Text).Select(match => match.Value).Distinct()
                    .Where(word => homes[word].Any()
                        && homes[word].All(home => Array.IndexOf(order, home) > Array.IndexOf(order, file.Room)))
                    .Select(word => $"{project}/{file.Room}/{file.Name} -> {word}"))
                .Order(StringComparer.Ordinal),
        ];

        Assert.Empty(upward.Except(Allowed.Keys));
        Assert.Empty(Allowed.Keys.Where(use => use.StartsWith(project + "/", StringComparison.Ordinal)).Except(upward));
        Assert.All(Allowed.Values, Assert.NotEmpty);
    }

    [Fact]
    public void Folders_of_a_room_use_each_other_only_for_a_reason()
    {
        string[] cycles =
        [
            .. Rooms.Keys.SelectMany(project => Cycles(Repository.File("src/" + project)).Select(cycle => $"{project}: {cycle}"))
                .Order(StringComparer.Ordinal),
        ];

        Assert.Equal(AllowedCycles.Keys.Order(StringComparer.Ordinal), cycles);
        Assert.All(AllowedCycles.Values, Assert.NotEmpty);
    }

    [Fact]
    public void No_folder_has_more_than_twenty_files() => Assert.Empty(
        new[] { "src", "tests" }.SelectMany(top => Files(Repository.File(top))).GroupBy(file => Path.GetDirectoryName(file)!)
            .Where(folder => folder.Count() > MostFiles).Select(folder => $"{folder.Key}: {folder.Count()} files"));

    private static IEnumerable<string> Cycles(string root)
    {
        (string Folder, string Text)[] files =
        [
            .. Files(root).Select(file => (
                Path.GetRelativePath(root, Path.GetDirectoryName(file)!).Replace('\\', '/'), Code(File.ReadAllText(file)))),
        ];
        Dictionary<string, string> homes = files
            .SelectMany(file => DeclaredType().Matches(file.Text).Select(match => (Name: match.Groups[1].Value, file.Folder)))
            .Distinct().GroupBy(type => type.Name).Where(type => type.Count() == 1)
            .ToDictionary(type => type.Key, type => type.Single().Folder);
        HashSet<(string From, string To)> uses =
        [
            .. files.SelectMany(file => Word().Matches(file.Text).Select(match => match.Value).Distinct()
                .Where(homes.ContainsKey).Select(word => (file.Folder, homes[word]))
                .Where(use => use.Folder.Split('/')[0] == use.Item2.Split('/')[0])
                .Where(use => !IsWithin(use.Folder, use.Item2) && !IsWithin(use.Item2, use.Folder))),
        ];
        return uses.Where(use => string.CompareOrdinal(use.From, use.To) < 0 && uses.Contains((use.To, use.From)))
            .Select(use => $"{use.From} <-> {use.To}");
    }

    private static bool IsWithin(string folder, string other) =>
        folder == other || folder.StartsWith(other + "/", StringComparison.Ordinal);

    private static IEnumerable<string> Files(string root) => Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
        .Where(file => !Path.GetRelativePath(root, file).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"));

    private static string RoomOf(string root, string file) =>
        Path.GetRelativePath(root, file).Split(Path.DirectorySeparatorChar) is [var room, _, ..] ? room : "";

    // Comments may name anything, and texts too.
    private static string Code(string text) => Texts().Replace(Comments().Replace(text, ""), "\"\"");

    [GeneratedRegex(@"//.*$", RegexOptions.Multiline)]
    private static partial Regex Comments();

    [GeneratedRegex("\"(?:[^\"\\\\\\n]|\\\\.)*\"")]
    private static partial Regex Texts();

    // At the beginning of a line: a type within another belongs to that.
    [GeneratedRegex(
        @"^(?:public |internal )[a-z ]*\b(?:class|record|struct|enum|interface)\s+(?:struct\s+|class\s+)?([A-Z]\w+)",
        RegexOptions.Multiline)]
    private static partial Regex DeclaredType();

    [GeneratedRegex(@"(?<![.\w])[A-Z]\w+")]
    private static partial Regex Word();
}
