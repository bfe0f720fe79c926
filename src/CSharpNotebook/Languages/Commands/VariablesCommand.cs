using CSharpNotebook.Directives;

namespace CSharpNotebook.Languages.Commands;

/// <summary><c>#!variables</c>: shows the variables of all languages, and keeps them up to date; in Jupyter beside the notebook.</summary>
internal sealed class VariablesCommand : ICellCommand
{
    public string Name => "variables";

    public string Usage => "#!variables";

    public string Summary => "Shows the variables of all languages, and keeps them up to date; in Jupyter beside the notebook.";

    public Task RunAsync(CommandLine command, CellContext context, CancellationToken cancellationToken)
    {
        command.Expect(0);
        context.Languages.Pane.Open(context.Sink);
        return Task.CompletedTask;
    }
}
