using CSharpNotebook.Directives;

namespace CSharpNotebook.Languages.Commands;

/// <summary><c>#!lsmagic</c>: shows the languages and the commands.</summary>
internal sealed class ListCommand : ICellCommand
{
    public string Name => "lsmagic";

    public string Usage => "#!lsmagic";

    public string Summary => "Shows the languages and commands that this host knows.";

    public Task RunAsync(CommandLine command, CellContext context, CancellationToken cancellationToken)
    {
        command.Expect(0);
        IEnumerable<string[]> languages = LanguageList.All.Where(kind => kind.Summary.Length > 0).Select(kind =>
            (string[])[$"#!{kind.Name}{kind.Options}", string.Join(", ", kind.Aliases.Select(alias => "#!" + alias)), kind.Summary]);
        IEnumerable<string[]> commands = CommandList.All.Select(known => (string[])[known.Usage, "", known.Summary]);
        context.Sink.AddDisplay(TextTable.Format(["Command", "Also", "What it does"], languages.Concat(commands)));
        return Task.CompletedTask;
    }
}
