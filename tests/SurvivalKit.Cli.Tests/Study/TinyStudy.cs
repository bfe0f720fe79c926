using CSharpNotebook.Format;

namespace SurvivalKit.Cli.Tests;

/// <summary>A study of four claims with its cohort and notebooks, in its own folder.</summary>
public sealed class TinyStudy : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public TinyStudy()
    {
        Directory.CreateDirectory(Study);
        Directory.CreateDirectory(Notebooks);
        File.Copy(Path.Combine(Survkit.Repository, "tests", "SurvivalKit.Cli.Tests", "Data", "tiny", "study.json"), Path.Combine(
            Study, "study.json"));
        WriteCohort(hungry: 3);
    }

    /// <summary>Writes the patients: four with bread, two of them hungry, and four with butter.</summary>
    /// <param name="hungry">How many are hungry in all, from 2 to 6.</param>
    public void WriteCohort(int hungry) => File.WriteAllText(
        Path.Combine(Study, "cohort.csv"),
        "patient,food,hungry\n" + string.Concat(Enumerable.Range(1, 8).Select(i =>
            FormattableString.Invariant($"P{i},{(i <= 4 ? "Bread" : "Butter")},{(i <= 2 || (i > 4 && i - 2 <= hungry) ? 1 : 0)}\n"))));

    public string Study => _folder.Place(Path.Combine("data", "tiny"));

    public string Notebooks => _folder.Place(Path.Combine("notebooks", "paper"));

    public string Verdicts => Path.Combine(Study, "verdicts.json");

    public string Report => _folder.Place(Path.Combine("artifacts", "report", "index.html"));

    public string ExecutedNotebook(string name) => _folder.Place(Path.Combine("artifacts", "notebooks", name));

    /// <summary>Writes a notebook that checks claims.</summary>
    /// <param name="name">The name of its file.</param>
    /// <param name="claims">The claims and the computed values.</param>
    public void AddChecks(string name, params (string Id, int Computed)[] claims) => Add(
        name,
        "# Table 1 & more\n\n## Compare",
        """
        #r "nuget: SurvivalKit.Notebooks, 0.1.0"
        using SurvivalKit.Published;
        var study = Study.Load("../../data/tiny");
        """,
        $"new ClaimChecks(study, {string.Join(", ", claims.Select(claim => FormattableString.Invariant($"study.Check(\"{claim.Id}\", {claim.Computed})")))})");

    /// <summary>Writes a notebook of a text cell and code cells.</summary>
    public void Add(string name, string text, params string[] code) =>
        new Notebook([new MarkdownCell(text), .. code.Select(source => new CodeCell(source))]).Write(Path.Combine(Notebooks, name));

    public Task<CliRun> Reproduce(params string[] options) => Survkit.Run(["reproduce", Study, .. options]);

    public void Dispose() => _folder.Dispose();
}
