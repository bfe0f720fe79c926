using System.Collections.Immutable;
using CSharpNotebook.Cells;
using CSharpNotebook.Directives;
using CSharpNotebook.Languages.Commands;

namespace CSharpNotebook.Languages;

/// <summary>
/// Splits a cell at its lines <c>#!language</c> and <c>#!command</c>. What follows a language's line, up to the next one, is in that
/// language; a command does not change the language. A part without text is left out, unless the line of its language has more than the
/// name. In C# the parser decides what such a line is, so that the same text in a string or a comment is not one.
/// </summary>
internal static class CellSplitter
{
    /// <summary>The parts of a cell in order.</summary>
    /// <param name="source">The text of the cell, with <c>\n</c> at the ends of lines.</param>
    /// <param name="language">The language of the text before the first <c>#!</c>.</param>
    /// <exception cref="CellFailedException">A command is not known.</exception>
    public static ImmutableArray<CellPart> Split(string source, LanguageKind language)
    {
        if (!source.Contains("#!", StringComparison.Ordinal))
        {
            return [new TextPart(language, source, 1, CommandLine.Named(language.Name))];
        }

        string[] lines = source.Split('\n');
        var parts = ImmutableArray.CreateBuilder<CellPart>();
        var head = new TextPart(language, "", 1, CommandLine.Named(language.Name));
        int start = 0;
        Lazy<HashSet<int>>? active = null;
        for (int index = 0; index < lines.Length; index++)
        {
            if (Directive.Read(lines[index]) is not { Kind: DirectiveKind.Command } directive)
            {
                continue;
            }

            if (head.Language == LanguageList.CSharp)
            {
                int from = start;
                active ??= new Lazy<HashSet<int>>(() => DirectiveLines(lines, from));
                if (!active.Value.Contains(index))
                {
                    continue;
                }
            }
            CommandLine command = directive.Command;
            LanguageKind? next = LanguageList.Find(command.Name);
            ICellCommand? known = CommandList.Find(command.Name);
            if (next is null && known is null)
            {
                if (head.Language.HasHashLines)
                {
                    continue;
                }

                throw CellFailures.Command(CommandList.Unknown(command.Name), index + 1);
            }
            Close(index);
            if (known is not null)
            {
                parts.Add(new CommandPart(known, head.Language, index + 1, command));
            }

            if (next is not null && known is null)
            {
                head = new TextPart(next, "", index + 1, command);
            }
        }
        Close(lines.Length);
        return parts.ToImmutable();

        void Close(int end)
        {
            bool isWanted = lines[start..end].Any(line => !string.IsNullOrWhiteSpace(line))
                || !head.Command.Options.IsEmpty && head.Line == start && start > 0;
            if (isWanted)
            {
                parts.Add(head with { Text = new string('\n', start) + string.Join('\n', lines[start..end]) });
            }

            start = end + 1;
            active = null;
        }
    }

    /// <summary>The numbers of the lines, counted from 0, that are directives for the C# parser, when it begins at a line.</summary>
    private static HashSet<int> DirectiveLines(string[] lines, int start) =>
        [.. CSharpDirectives.Find(string.Join('\n', lines[start..])).Select(directive => start + directive.Line - 1)];
}
