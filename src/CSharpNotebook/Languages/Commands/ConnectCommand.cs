using CSharpNotebook.Cells;
using CSharpNotebook.Directives;

namespace CSharpNotebook.Languages.Commands;

/// <summary>
/// <c>#!connect</c> adds a kernel in .NET Interactive. Here all kernels are there from the start, so that it only says which.
/// </summary>
internal sealed class ConnectCommand : ICellCommand
{
    public string Name => "connect";

    public string Usage => "#!connect";

    public string Summary => "Lists the languages that are here; no others can be added.";

    public Task RunAsync(CommandLine command, CellContext context, CancellationToken cancellationToken)
    {
        if (command.Values.Length == 0)
        {
            context.Sink.Write("stdout", $"The languages here are {LanguageList.Names}.\n");
            return Task.CompletedTask;
        }

        throw CellFailures.Command(
            $"#!connect {command.Values[0]}: this host cannot add kernels; those that are here were expected: {LanguageList.Names}.");
    }
}
