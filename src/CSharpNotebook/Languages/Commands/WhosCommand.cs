using CSharpNotebook.Cells;
using CSharpNotebook.Directives;
using CSharpNotebook.Engine;
using Microsoft.DotNet.Interactive.Formatting;

namespace CSharpNotebook.Languages.Commands;

/// <summary><c>#!whos</c>: shows the variables with their types and values.</summary>
internal sealed class WhosCommand : ICellCommand
{
    private const int LongestValue = 80;

    public string Name => "whos";

    public string Usage => "#!whos";

    public string Summary => "Shows the variables of the language of the cell, with types and values.";

    public Task RunAsync(CommandLine command, CellContext context, CancellationToken cancellationToken)
    {
        command.Expect(0);
        IReadOnlyList<SessionVariable> variables = context.Languages.Get(context.Language).Variables;
        context.Sink.AddDisplay(TextTable.Format(
            ["Variable", "Type", "Value"],
            variables.Select(variable => (string[])[variable.Name, TypeNames.Short(variable.Type), Shorten(variable.Value)])));
        return Task.CompletedTask;
    }

    /// <summary>The value in one line. One that cannot be shown does not prevent the others.</summary>
    private static string Shorten(object? value)
    {
        try
        {
            string text = string.Join(
                ' ', value.ToDisplayString(PlainTextFormatter.MimeType).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            return text.Length <= LongestValue ? text : text[..(LongestValue - 3)] + "...";
        }
        catch (Exception exception)
        {
            return $"({exception.GetType().Name})";
        }
    }
}
