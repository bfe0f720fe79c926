using System.Text.RegularExpressions;
using Microsoft.Data.Analysis;

namespace SurvivalKit.Sources.Tests;

/// <summary>The code that the readme of SurvivalKit.Sources shows, run as it stands there.</summary>
public sealed partial class ReadmeTests
{
    [Fact]
    public void The_code_of_the_README_runs()
    {
        // What the readme shows, line for line; a change there has to be made here too.
        const string Shown = """
            using SurvivalKit.Sources;

            DataFrame trial = DataFile.Read("trial.sav");
            foreach (string note in SurvivalData.NotesOf(trial))
            {
                Console.WriteLine(note);
            }

            Console.WriteLine(KaplanMeier.Fit(trial, "Surv(months, status == \"dead\") ~ sex"));
            DataFile.Write(trial, "trial.parquet");
            """;
        string readme = File.ReadAllText(ReadmePath()).ReplaceLineEndings("\n");
        Assert.Equal(Shown.ReplaceLineEndings("\n"), CodeBlock().Match(readme).Groups[1].Value);

        DataFrame trial = Fixture.Read("trial.sav");
        Assert.Empty(SurvivalData.NotesOf(trial));
        Assert.Equal([2, 2], KaplanMeier.Fit(trial, "Surv(months, status == \"dead\") ~ sex").Select(curve => curve.Events.Sum()));
        Assert.NotEmpty(DataFile.ToBytes(trial, "trial.parquet"));
    }

    private static string ReadmePath()
    {
        string? folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder!, "SurvivalKit.slnx")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return Path.Combine(folder!, "src", "SurvivalKit.Sources", "README.md");
    }

    [GeneratedRegex("```csharp\n(.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex CodeBlock();
}
