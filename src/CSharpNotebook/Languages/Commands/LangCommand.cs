using CSharpNotebook.Cells;
using CSharpNotebook.Directives;

namespace CSharpNotebook.Languages.Commands;

/// <summary><c>#!lang</c>: sets the version of C# for the rest of the session.</summary>
internal sealed class LangCommand : ICellCommand
{
    public string Name => "lang";

    public string Usage => "#!lang preview|default";

    public string Summary => "Reads C# from here on as the compiler's preview, or again as the newest released version.";

    public Task RunAsync(CommandLine command, CellContext context, CancellationToken cancellationToken)
    {
        command.Expect(1);
        context.Languages.Engine.Syntax.IsPreview = command.Values is [var version] && version is "preview" or "default"
            ? version == "preview"
            : throw CellFailures.Command($"#!lang does not name a version of C# that this host has; {Usage} was expected.");
        return Task.CompletedTask;
    }
}
