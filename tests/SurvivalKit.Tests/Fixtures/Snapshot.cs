using System.Globalization;
using System.Text.RegularExpressions;

namespace SurvivalKit.Tests;

/// <summary>Compares a printed text with the one kept in <c>Snapshots/</c>. Run once with <c>SURVIVALKIT_WRITE_SNAPSHOTS=1</c> to rewrite
/// them, and review the difference.</summary>
internal static partial class Snapshot
{
    /// <summary>The text with numbers of full precision cut to ten digits: the last ones may differ between processors, which add in
    /// vectors of different widths.</summary>
    private static string WithoutLastDigits(string text) => FullPrecision().Replace(
        text, match => double.Parse(match.Value, CultureInfo.InvariantCulture).ToString("G10", CultureInfo.InvariantCulture));

    [GeneratedRegex(@"(?<![\w.])\d+\.\d{9,}(E[-+]?\d+)?")]
    private static partial Regex FullPrecision();

    public static void Matches(string name, string text)
    {
        string path = Repository.File("tests/SurvivalKit.Tests/Snapshots/" + name);
        if (Environment.GetEnvironmentVariable("SURVIVALKIT_WRITE_SNAPSHOTS") == "1")
        {
            File.WriteAllText(path, text + "\n");
        }

        Assert.True(File.Exists(path), $"There is no snapshot {name}.");
        Assert.Equal(
            WithoutLastDigits(File.ReadAllText(path).ReplaceLineEndings("\n").TrimEnd('\n')), WithoutLastDigits(text.TrimEnd('\n')));
        Assert.DoesNotContain("NaN", text, StringComparison.Ordinal);
    }
}
