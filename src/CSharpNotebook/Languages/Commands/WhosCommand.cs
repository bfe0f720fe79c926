using CSharpNotebook.Directives;
using CSharpNotebook.Languages.Variables;

namespace CSharpNotebook.Languages.Commands;

/// <summary><c>#!whos</c>: shows the variables with their types, sizes and values.</summary>
internal sealed class WhosCommand : ICellCommand
{
    public string Name => "whos";

    public string Usage => "#!whos";

    public string Summary => "Shows the variables of the language of the cell, with types, sizes and values; a frame opens.";

    public Task RunAsync(CommandLine command, CellContext context, CancellationToken cancellationToken)
    {
        command.Expect(0);
        context.Sink.AddDisplay(VariableTable.Format(context.Languages.Get(context.Language).Variables));
        return Task.CompletedTask;
    }
}
