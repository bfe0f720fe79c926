using CSharpNotebook.Format;
using CSharpNotebook.Runner;

namespace SurvivalKit.Notebooks.Tests;

/// <summary>The paper's notebooks run headless and give what is stored in them.</summary>
public sealed class PaperNotebookTests
{
    private static string Folder => Path.Combine(RepositoryRoot.Path, "notebooks", "paper");

    public static TheoryData<string> Names =>
        [.. Directory.GetFiles(Folder, "*.ipynb").Order(StringComparer.Ordinal).Select(path => Path.GetFileName(path)!)];

    [Fact]
    public void There_is_an_overview_one_for_each_table_and_figure_and_the_audit() => Assert.Equal(
        ["00-overview", "01-table-1", "02-table-2", "03-table-3", "04-figure-1", "05-figure-2", "06-figure-3", "07-figure-4", "08-audit"],
        Names.Select(row => Path.GetFileNameWithoutExtension(row.Data)));

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Runs_and_gives_the_stored_outputs(string name)
    {
        string path = Path.Combine(Folder, name);
        NotebookRun run = await NotebookRunner.RunFileAsync(path, cancellationToken: TestContext.Current.CancellationToken);

        Assert.True(run.Succeeded, run.Failure?.ToString());
        SameText.Assert(Notebook.Read(path).ToJson(), run.Notebook.ToJson());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_first_cell_refers_to_the_version_that_is_built(string name)
    {
        CodeCell first = Notebook.Read(Path.Combine(Folder, name)).Cells.OfType<CodeCell>().First();
        string version = typeof(KaplanMeier).Assembly.GetName().Version!.ToString(3);

        Assert.StartsWith($"#r \"nuget: SurvivalKit, {version}\"", first.Source, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Says_that_the_cohort_is_synthetic(string name) => Assert.Contains(
        Notebook.Read(Path.Combine(Folder, name)).Cells.OfType<MarkdownCell>(),
        cell => cell.Source.Contains("**synthetic**", StringComparison.Ordinal));
}
