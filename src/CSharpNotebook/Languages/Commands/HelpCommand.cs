using CSharpNotebook.Cells;
using CSharpNotebook.Directives;
using CSharpNotebook.Format;
using CSharpNotebook.Intelligence;

namespace CSharpNotebook.Languages.Commands;

/// <summary>
/// <c>#!help NAME</c>: shows the documentation of a name, in a pager where the front end has one, otherwise below the cell.
/// </summary>
internal sealed class HelpCommand : ICellCommand
{
    public string Name => "help";

    public string Usage => "#!help [NAME]";

    public string Summary => "Shows the signature and the documentation of a type or a member; without a name, the languages and commands.";

    public async Task RunAsync(CommandLine command, CellContext context, CancellationToken cancellationToken)
    {
        command.Expect(1);
        if (command.Values.IsEmpty)
        {
            // Without a name, shows what is available.
            await new ListCommand().RunAsync(command, context, cancellationToken).ConfigureAwait(false);
            return;
        }
        string name = command.Values[0];
        InspectionAnswer? answer = await context.Languages
            .InspectAsync(name, name.Length, InspectionDetail.Full, cancellationToken).ConfigureAwait(false);
        if (answer is null)
        {
            throw CellFailures.Command($"Nothing is known of {name}; the name of a type, member or variable was expected.");
        }

        MimeBundle documentation = MimeBundle.Empty.With("text/plain", answer.Text).With("text/markdown", answer.Markdown);
        if (!context.Sink.Page(documentation))
        {
            context.Sink.AddDisplay(documentation);
        }
    }
}
