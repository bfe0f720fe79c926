using System.Globalization;
using System.Text.RegularExpressions;

namespace SurvivalKit.Published;

/// <summary>The statistical methods that a paper names: tests with their use, the program, the level of significance.</summary>
internal static partial class MethodsText
{
    public const string NotSaid = "not said";

    private static readonly (Regex Name, string Kind, NamedTestUse Use, string For)[] Tests =
    [
        (StudentName(), "t", NamedTestUse.Numbers, "continuous variables"),
        (VarianceName(), "anova", NamedTestUse.Numbers, "continuous variables"),
        (RankName(), "rank", NamedTestUse.Numbers, "continuous variables"),
        (ChiSquareName(), "chi-square", NamedTestUse.Counts, "categorical variables"),
        (FisherName(), "fisher", NamedTestUse.Counts, "categorical variables"),
        (TrendName(), "trend", NamedTestUse.Counts, "ordered categories"),
        (LogRankName(), "log-rank", NamedTestUse.Times, "survival curves"),
        (CoxName(), "cox", NamedTestUse.Times, "hazard ratios"),
    ];

    // SPSS, SAS and Stata treat ties by Breslow's method, R by Efron's.
    private static readonly string[] Breslow = ["SPSS", "SAS", "Stata"];

    /// <summary>Reads the methods; the whole paper where it has no such section.</summary>
    public static StudyMethods Read(DraftPaper paper)
    {
        PaperPart[] parts = [.. paper.Parts.Where(part => part.Place == PaperPlaces.Methods)];
        PaperPart[] said = parts.Length > 0 ? parts : [.. paper.Parts];
        string text = string.Join("\n", said.Select(part => DraftPaper.WholeTextOf(part.Tokens)));
        NamedTest[] tests =
        [
            .. Tests.Select(test => (Match: test.Name.Match(text), test)).Where(found => found.Match.Success)
                .Select(found => new NamedTest(found.Match.Value, found.test.For, found.test.Use)
                {
                    Kinds = NamedTestKinds.All.First(kind => kind.Name == found.test.Kind).Kinds,
                }),
        ];
        Match program = Program().Match(text);
        string name = program.Groups["name"].Value;
        string version = program.Groups["version"].Value;
        return new StudyMethods(
            program.Success ? (name + " " + version).Trim() : NotSaid,
            [.. tests],
            MeanSummary().Match(text) is { Success: true } summary ? summary.Value : NotSaid,
            TiesOf(name),
            Level(text));
    }

    /// <summary>How a program treats tied times.</summary>
    public static Ties TiesOf(string program) =>
        Breslow.Any(other => program.Contains(other, StringComparison.OrdinalIgnoreCase)) ? Ties.Breslow : Ties.Efron;

    private static double Level(string text)
    {
        foreach (Match match in Threshold().Matches(text))
        {
            if (double.TryParse(match.Groups["level"].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out double level)
                && level is > 0 and < 0.5)
            {
                return level;
            }
        }

        return 0.05;
    }

    [GeneratedRegex(@"\b(?:(?:Student(?:'s|s)?|Welch(?:'s)?|independent|unpaired|two-sample)[\s-]+)*t[\s-]tests?\b", RegexOptions.IgnoreCase)]
    private static partial Regex StudentName();

    [GeneratedRegex(@"\b(?:ANOVA|analys[ie]s\s+of\s+variance)\b", RegexOptions.IgnoreCase)]
    private static partial Regex VarianceName();

    [GeneratedRegex(@"\b(?:Mann[\s-]Whitney(?:\s+U)?|Wilcoxon(?:\s+rank[\s-]sum)?|Kruskal[\s-]Wallis|rank[\s-]sum)(?:\s+tests?)?\b", RegexOptions.IgnoreCase)]
    private static partial Regex RankName();

    [GeneratedRegex(@"(?:\bchi[\s-]?squared?|χ\s?\^?\s?2|\bchi\s?2|\bPearson(?:'s)?\s+chi)(?:\s+tests?)?", RegexOptions.IgnoreCase)]
    private static partial Regex ChiSquareName();

    [GeneratedRegex(@"\bFisher(?:'s|s)?(?:\s+exact)?(?:\s+tests?)?\b", RegexOptions.IgnoreCase)]
    private static partial Regex FisherName();

    [GeneratedRegex(@"\b(?:Cochran[\s-]Armitage|tests?\s+for\s+trend|linear[\s-]by[\s-]linear)\b", RegexOptions.IgnoreCase)]
    private static partial Regex TrendName();

    [GeneratedRegex(@"\blog[\s-]?rank\b(?:\s+tests?)?", RegexOptions.IgnoreCase)]
    private static partial Regex LogRankName();

    [GeneratedRegex(@"\bCox(?:'s)?\b(?:\s+(?:proportional[\s-]hazards?|regression))*", RegexOptions.IgnoreCase)]
    private static partial Regex CoxName();

    [GeneratedRegex(
        @"\b(?<name>SPSS|SAS|Stata|STATA|GraphPad\s+Prism|JMP|EZR|StatView|S-PLUS|R(?=\s+(?:version|software|\d|statistical|package)|,?\s+version))\b(?:[^.;\n]{0,40}?(?<version>\d{1,2}(?:\.\d{1,2}){0,2}))?")]
    private static partial Regex Program();

    [GeneratedRegex(@"\b(?:means?|medians?)\s*(?:±|\(|and)\s*(?:SD|standard\s+deviations?|range|IQR|interquartile\s+range)\)?", RegexOptions.IgnoreCase)]
    private static partial Regex MeanSummary();

    [GeneratedRegex(@"(?:\bP\b[^.\n]{0,30}?|significance[^.\n]{0,30}?|alpha\s*=?\s*)[<≤=]?\s*(?<level>0?\.\d{1,3})\b", RegexOptions.IgnoreCase)]
    private static partial Regex Threshold();
}
