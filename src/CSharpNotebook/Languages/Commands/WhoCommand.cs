using CSharpNotebook.Cells;
using CSharpNotebook.Directives;

namespace CSharpNotebook.Languages.Commands;

/// <summary><c>#!who</c>: shows the names of the variables.</summary>
internal sealed class WhoCommand : ICellCommand
{
    public string Name => "who";

    public string Usage => "#!who";

    public string Summary => "Shows the names of the variables of the language of the cell.";

    public Task RunAsync(CommandLine command, CellContext context, CancellationToken cancellationToken)
    {
        command.Expect(0);
        IReadOnlyList<SessionVariable> variables = context.Languages.Get(context.Language).Variables;
        context.Sink.AddDisplay(TextTable.Format(["Variable"], variables.Select(variable => (string[])[variable.Name])));
        return Task.CompletedTask;
    }
}
