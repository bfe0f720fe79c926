using System.Text;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CSharpNotebook.Export;

/// <summary>The text of a cell, and what is different in the file. Places are those of the unchanged text.</summary>
internal sealed class ScriptEdits(string text)
{
    private readonly List<(int Start, int End, string New)> _edits = [];

    /// <summary>Puts other text in the place of a part.</summary>
    public void Replace(int start, int end, string replacement) => _edits.Add((start, end, replacement));

    /// <summary>Puts a mark on a line before that of a place.</summary>
    public void Mark(int place, string mark)
    {
        int line = text.LastIndexOf('\n', Math.Max(place - 1, 0)) + 1;
        bool isFirst = place == 0 || string.IsNullOrWhiteSpace(text[line..place]);
        Replace(isFirst ? Math.Min(line, place) : place, isFirst ? Math.Min(line, place) : place,
            $"{(isFirst ? "" : "\n")}{ScriptMarks.Mark}{mark}\n");
    }

    /// <summary>Puts a mark in the place of a part.</summary>
    public void ToMark(int start, int end, string mark)
    {
        int line = start == 0 ? 0 : text.LastIndexOf('\n', start - 1) + 1;
        int next = text.IndexOf('\n', end);
        string rest = text[end..(next < 0 ? text.Length : next)].Trim();
        bool isAlone = rest.Length == 0 || rest.StartsWith("//", StringComparison.Ordinal);
        Replace(start, end, $"{(text[line..start].Trim().Length == 0 ? "" : "\n")}{ScriptMarks.Mark}{mark}{(isAlone ? "" : "\n")}");
    }

    /// <summary>Takes a declaration out, with the comment that stands directly above it, and leaves a mark.</summary>
    public string Take(MemberDeclarationSyntax member, string mark)
    {
        string[] above = text[member.FullSpan.Start..member.SpanStart].Split('\n');
        int first = above.Length - 1;
        while (first > 0 && above[first - 1].Trim() is { Length: > 0 } line && !line.StartsWith(ScriptMarks.Mark, StringComparison.Ordinal))
        {
            first--;
        }

        int start = member.SpanStart - string.Join('\n', above[first..]).Length;
        ToMark(start, member.Span.End, mark);
        return text[start..member.Span.End];
    }

    public override string ToString()
    {
        var result = new StringBuilder();
        int place = 0;
        foreach ((int start, int end, string replacement) in _edits.OrderBy(edit => edit.Start))
        {
            result.Append(text, place, start - place).Append(replacement);
            place = end;
        }

        return result.Append(text, place, text.Length - place).ToString();
    }
}
