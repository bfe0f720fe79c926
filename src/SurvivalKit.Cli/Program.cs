using CSharpNotebook.Runner;
using SurvivalKit.Cli;

// A notebook that runs in a process of its own runs in this program, started once more.
if (NotebookWorker.IsAsked(args))
{
    return NotebookWorker.Run(args);
}

return await SurvkitApplication.RunAsync(args, CliStreams.OfProcess());
