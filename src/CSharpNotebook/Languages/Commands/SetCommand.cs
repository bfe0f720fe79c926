using System.Globalization;
using System.Text.Json;
using CSharpNotebook.Cells;
using CSharpNotebook.Directives;
using Microsoft.DotNet.Interactive.Formatting;

namespace CSharpNotebook.Languages.Commands;

/// <summary>
/// <c>#!set</c>: gives the language of the cell a variable: a plain value, the user's answer, or a variable of another language.
/// </summary>
internal sealed class SetCommand : ICellCommand
{
    public string Name => "set";

    public string Usage => "#!set --name NAME --value VALUE|@LANGUAGE:NAME|@input:\"PROMPT\"|@password:\"PROMPT\" [--mime-type TYPE]";

    public string Summary => "Sets a variable of the language of the cell.";

    public Task RunAsync(CommandLine command, CellContext context, CancellationToken cancellationToken)
    {
        // A value of the same process is shared as it is, so --byref changes nothing.
        command.Expect(0, "name", "value", "mime-type", "byref");
        if (command.Option("name") is not { Length: > 0 } name
            || !command.Options.TryGetValue("value", out string? written)
            || written.Length == 0)
        {
            throw CellFailures.Command($"#!set does not say what to set; {Usage} was expected.");
        }

        (object? value, Type? type) = Read(written, context);
        if (command.Option("mime-type") is { Length: > 0 } mimeType)
        {
            (value, type) = (value.ToDisplayString(mimeType), typeof(string));
        }

        context.Languages.Get(context.Language).SetValue(name, value, type ?? value?.GetType() ?? typeof(object), context);
        return Task.CompletedTask;
    }

    private static (object? Value, Type? Type) Read(string written, CellContext context)
    {
        if (!written.StartsWith('@'))
        {
            return (Plain(written), null);
        }

        string[] halves = written[1..].Split(':', 2);
        string rest = halves.Length > 1 ? CommandLine.Unquote(halves[1]) : "";
        if (halves[0] is "input" or "password")
        {
            return (Ask(rest, halves[0] == "password", context), typeof(string));
        }

        LanguageKind source = LanguageList.Find(halves[0])
            ?? throw CellFailures.Command(
                $"#!set takes a value from {halves[0]}, which is not known; input, password or one of {LanguageList.Names} was expected.");
        SessionVariable variable = context.Languages.Variable(source, rest);
        return (variable.Value, variable.Type);
    }

    private static string Ask(string prompt, bool isPassword, CellContext context)
    {
        try
        {
            return context.Sink.Ask(prompt, isPassword);
        }
        catch (NotSupportedException exception)
        {
            throw CellFailures.Command(exception.Message);
        }
    }

    /// <summary>Numbers, true, false and null are read as in JSON; everything else, and everything in quotes, is text.</summary>
    private static object? Plain(string written) => written switch
    {
        "true" => true,
        "false" => false,
        "null" => null,
        _ when int.TryParse(written, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int integer) => integer,
        _ when long.TryParse(written, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long whole) => whole,
        _ when IsJsonNumber(written) => double.Parse(written, CultureInfo.InvariantCulture),
        _ => CommandLine.Unquote(written),
    };

    private static bool IsJsonNumber(string written)
    {
        try
        {
            using var json = JsonDocument.Parse(written);
            return json.RootElement.ValueKind == JsonValueKind.Number;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
