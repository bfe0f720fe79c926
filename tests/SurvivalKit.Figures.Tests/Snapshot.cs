using System.Runtime.CompilerServices;

namespace SurvivalKit.Figures.Tests;

/// <summary>Compares a text with the file kept for it; with <c>SURVIVALKIT_SNAPSHOTS=write</c> the file is rewritten.</summary>
internal static class Snapshot
{
    public static void Matches(string name, string text, [CallerFilePath] string caller = "")
    {
        string path = Path.Combine(Path.GetDirectoryName(caller)!, "Snapshots", name);
        if (Environment.GetEnvironmentVariable("SURVIVALKIT_SNAPSHOTS") == "write")
        {
            File.WriteAllText(path, text);
        }

        Assert.True(File.Exists(path), $"There is no snapshot {name}; run the tests once with SURVIVALKIT_SNAPSHOTS=write and look at it.");
        Assert.Equal(File.ReadAllText(path), text);
    }
}
