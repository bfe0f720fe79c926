using CSharpNotebook.Cells;
using CSharpNotebook.Directives;

namespace CSharpNotebook.Languages.Commands;

/// <summary><c>#!share</c>: gives a variable of one language to the language of the cell.</summary>
internal sealed class ShareCommand : ICellCommand
{
    public string Name => "share";

    public string Usage => "#!share --from LANGUAGE NAME [--as OTHER]";

    public string Summary => "Gives a variable of another language to the language of the cell.";

    public Task RunAsync(CommandLine command, CellContext context, CancellationToken cancellationToken)
    {
        command.Expect(1, "from", "as");
        if (command.Option("from") is not { Length: > 0 } from || command.Values is not [var name])
        {
            throw CellFailures.Command($"#!share does not say what to share; {Usage} was expected.");
        }

        LanguageKind source = LanguageList.Find(from)
            ?? throw CellFailures.Command($"#!share names the language {from}, which is not known; {LanguageList.Names} are.");
        SessionVariable variable = context.Languages.Variable(source, name);
        context.Languages.Get(context.Language).SetValue(command.Option("as") ?? name, variable.Value, variable.Type, context);
        return Task.CompletedTask;
    }
}
