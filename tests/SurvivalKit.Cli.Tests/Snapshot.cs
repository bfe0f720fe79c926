namespace SurvivalKit.Cli.Tests;

/// <summary>Compares a text with the one that is kept in <c>Snapshots/</c>; <c>SURVKIT_ACCEPT=1</c> keeps the new one instead.</summary>
public static class Snapshot
{
    private static readonly string Folder = Path.Combine(Survkit.Repository, "tests", "SurvivalKit.Cli.Tests", "Snapshots");

    /// <summary>Comma-separated values with six digits each: the last digits of a fit may differ between processors, which does not matter
    /// for the format.</summary>
    public static string WithFewDigits(string csv) => string.Join(
        "\n", csv.Split('\n').Select(line => string.Join(",", line.Split(',').Select(cell =>
            NumberReader.Read(cell) is { } number ? number.ToString("G6", System.Globalization.CultureInfo.InvariantCulture) : cell))));

    public static void Matches(string name, string text)
    {
        string file = Path.Combine(Folder, name + ".txt");

        // Help is padded with spaces at line ends, which editors remove.
        string actual = string.Join("\n", text.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd()));
        if (Environment.GetEnvironmentVariable("SURVKIT_ACCEPT") == "1")
        {
            Directory.CreateDirectory(Folder);
            File.WriteAllText(file, actual);
        }

        Assert.True(File.Exists(file), $"There is no snapshot {name}; SURVKIT_ACCEPT=1 makes one.");
        Assert.Equal(File.ReadAllText(file).ReplaceLineEndings("\n"), actual);
    }
}
