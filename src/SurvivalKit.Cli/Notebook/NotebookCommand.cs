using System.CommandLine;

namespace SurvivalKit.Cli;

/// <summary><c>survkit notebook</c>: runs, checks, cleans and exports C# notebooks without a notebook server.</summary>
internal static class NotebookCommand
{
    public static Command Create(CliStreams streams)
    {
        var command = new Command("notebook", "Runs, checks, cleans and exports C# notebooks, without a notebook server.")
        {
            NotebookRunCommand.Create(streams),
            NotebookCheckCommand.Create(streams),
            NotebookLintCommand.Create(streams),
            NotebookCleanCommand.Create(streams),
            NotebookExportCommand.Create(streams),
        };
        command.WithExamples(
            "survkit notebook run notebooks/paper/*.ipynb -p seed 7 --junit results.xml",
            "survkit notebook check \"notebooks/**/*.ipynb\"",
            "survkit notebook export notebooks/paper/04-figure-1.ipynb --to html");
        return command;
    }
}
