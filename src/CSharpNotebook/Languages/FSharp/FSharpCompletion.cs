using System.Collections.Immutable;
using System.Text.RegularExpressions;
using CSharpNotebook.Intelligence;
using FSharp.Compiler.Interactive;
using FSharp.Compiler.Tokenization;

namespace CSharpNotebook.Languages.FSharp;

/// <summary>
/// Completes names in F#, by the interactive session: what was declared, opened, or is a member of what is before the dot.
/// </summary>
internal static partial class FSharpCompletion
{
    public static CompletionAnswer Complete(Shell.FsiEvaluationSession session, string code, int position)
    {
        string path = Path().Match(code[..position]).Value;
        string typed = path[(path.LastIndexOf('.') + 1)..];
        int end = position;
        while (end < code.Length && (char.IsLetterOrDigit(code[end]) || code[end] is '_' or '\''))
        {
            end++;
        }

        if (IsText(code, position - path.Length))
        {
            return new CompletionAnswer(position, position, []);
        }

        bool isMember = path.Length > typed.Length;
        // The session is asked for all names of a place, so that case can be told apart here.
        CompletionMatch[] all = [.. session.GetCompletions(path).Select(name => new CompletionMatch(name, "instance"))
            .Concat(isMember ? [] : FSharpKeywords.KeywordNames.Select(name => new CompletionMatch(name, "keyword")))
            .DistinctBy(match => match.Text)
            .OrderBy(match => match.Text, StringComparer.Ordinal)];
        ImmutableArray<CompletionMatch> matches = Starting(all, typed, StringComparison.Ordinal);
        return new CompletionAnswer(
            position - typed.Length, end, matches.IsEmpty ? Starting(all, typed, StringComparison.OrdinalIgnoreCase) : matches);
    }

    private static ImmutableArray<CompletionMatch> Starting(CompletionMatch[] all, string typed, StringComparison comparison) =>
        [.. all.Where(match => match.Text.StartsWith(typed, comparison) && Path().Match(match.Text).Length == match.Text.Length)];

    /// <summary>Whether a position is in a string or a comment that began before it.</summary>
    private static bool IsText(string code, int position) =>
        TextPattern().Matches(code).Any(match => match.Index < position && position < match.Index + match.Length);

    [GeneratedRegex(@"[\p{L}_][\p{L}\p{Nd}_'.]*$|$", RegexOptions.CultureInvariant)]
    private static partial Regex Path();

    // One that has no end reaches to the end of its line, or of the text.
    [GeneratedRegex(
        "\"\"\".*?(?:\"\"\"|$)|@\"(?:[^\"]|\"\")*(?:\"|$)|\"(?:[^\"\\\\]|\\\\.)*(?:\"|$)|//[^\\n]*\\n?|\\(\\*(?!\\)).*?(?:\\*\\)|$)",
        RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex TextPattern();
}
