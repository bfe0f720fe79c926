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

    [Fact]
    public void The_code_of_the_README_on_databases_runs()
    {
        const string Shown = """
            using SqlSource visits = SqlSource.From(connection, "visits");

            Console.WriteLine(visits.KaplanMeier("Surv(time, status) ~ sex"));
            Console.WriteLine(visits.LogRank("Surv(time, status) ~ sex + strata(inst)"));

            CoxFit fit = visits.Where("age >= 50").Cox("Surv(time, status) ~ ns(age, df = 3) + factor(sex) + strata(ph.ecog)", cluster: "inst");
            Console.WriteLine(fit);
            Console.WriteLine(fit.ProportionalHazards());
            """;
        string readme = File.ReadAllText(ReadmePath()).ReplaceLineEndings("\n");
        Assert.Equal(Shown.ReplaceLineEndings("\n"), CodeBlock().Matches(readme)[1].Groups[1].Value);

        DataFrame rows = SqlData.Load("lung");
        using DuckDB.NET.Data.DuckDBConnection connection = DuckDbTable.Of(rows, "visits");
        using SqlSource visits = SqlSource.From(connection, "visits");
        SameResults.Check(KaplanMeier.Fit(rows, "Surv(time, status) ~ sex"), visits.KaplanMeier("Surv(time, status) ~ sex"));
        const string Tested = "Surv(time, status) ~ sex + strata(inst)";
        SameResults.Check(LogRank.Test(rows, Tested), visits.LogRank(Tested));
        const string Model = "Surv(time, status) ~ ns(age, df = 3) + factor(sex) + strata(ph.ecog)";
        DataFrame old = rows.Filter("age >= 50");
        SqlCoxTests.Check(CoxModel.Fit(old, Model, cluster: "inst"), visits.Where("age >= 50").Cox(Model, cluster: "inst"), old);
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
