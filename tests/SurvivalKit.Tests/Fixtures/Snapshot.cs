namespace SurvivalKit.Tests;

/// <summary>Compares a printed text with the one kept in <c>Snapshots/</c>. Run once with <c>SURVIVALKIT_WRITE_SNAPSHOTS=1</c> to rewrite
/// them, and review the difference.</summary>
internal static class Snapshot
{
    public static void Matches(string name, string text)
    {
        string path = Repository.File("tests/SurvivalKit.Tests/Snapshots/" + name);
        if (Environment.GetEnvironmentVariable("SURVIVALKIT_WRITE_SNAPSHOTS") == "1")
        {
            File.WriteAllText(path, text + "\n");
        }

        Assert.True(File.Exists(path), $"There is no snapshot {name}.");
        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n").TrimEnd('\n'), text.TrimEnd('\n'));
        Assert.DoesNotContain("NaN", text, StringComparison.Ordinal);
    }
}
