using System.Text.RegularExpressions;

namespace CSharpNotebook.Directives;

/// <summary>
/// A directive: a line of a cell that addresses the host and not the language. This is the only place that reads the text of such a
/// line; where in a cell such lines stand depends on the language, see <see cref="CSharpDirectives"/> for C#.
/// </summary>
/// <param name="Kind">The kind of the directive.</param>
/// <param name="Value">
/// The text in the quotes, for a package without <c>nuget:</c>; of a command its name; empty for <see cref="DirectiveKind.Malformed"/>.
/// </param>
/// <param name="Text">The line without the spaces around it.</param>
internal sealed partial record Directive(DirectiveKind Kind, string Value, string Text)
{
    /// <summary>The line in the cell, counted from 1; 0 when the line was read by itself.</summary>
    public int Line { get; init; }

    /// <summary>The arguments of a command.</summary>
    /// <exception cref="InvalidOperationException">The directive is no command.</exception>
    public CommandLine Command => Kind == DirectiveKind.Command
        ? CommandLine.Parse(Text)
        : throw new InvalidOperationException($"{Text} is no command; a line that begins with #! was expected.");

    /// <summary>Reads a line.</summary>
    /// <param name="line">The line.</param>
    /// <returns>The directive; null when the line is not a directive of the host, such as <c>#if</c>.</returns>
    public static Directive? Read(string line)
    {
        string text = line.Trim();
        if (text.StartsWith("#!", StringComparison.Ordinal))
        {
            // #!/usr/bin/env is for a shell, and a comment otherwise.
            return text.StartsWith("#!/", StringComparison.Ordinal)
                ? new Directive(DirectiveKind.Malformed, "", text)
                : new Directive(DirectiveKind.Command, CommandLine.Parse(text).Name, text);
        }

        Match verb = VerbPattern().Match(text);
        if (!verb.Success)
        {
            return null;
        }

        Match quoted = QuotedPattern().Match(text[verb.Length..]);
        return quoted.Success
            ? Reference(verb.Groups["verb"].Value, quoted.Groups["value"].Value.Trim(), text)
            : new Directive(DirectiveKind.Malformed, "", text);
    }

    private static Directive Reference(string verb, string value, string text) => verb switch
    {
        "load" => new Directive(DirectiveKind.Load, value, text),
        "i" => new Directive(DirectiveKind.PackageSource, value, text),
        _ when value.StartsWith("nuget:", StringComparison.OrdinalIgnoreCase) =>
            new Directive(DirectiveKind.Package, value["nuget:".Length..].Trim(), text),
        _ => new Directive(DirectiveKind.Assembly, value, text),
    };

    [GeneratedRegex(@"^#\s*(?<verb>r|i|load)(?=\s)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex VerbPattern();

    [GeneratedRegex("""^\s+"(?<value>[^"]*)"\s*(//.*)?$""", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex QuotedPattern();
}
