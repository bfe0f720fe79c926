using CSharpNotebook.Runner;
using SurvivalKit.Cli;

// A notebook in a separate process runs in this program, started again.
if (NotebookWorker.IsAsked(args))
{
    return NotebookWorker.Run(args);
}

return await SurvkitApplication.RunAsync(args, CliStreams.OfProcess());
