using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace SurvivalKit.Published;

/// <summary>
/// The arms in running text: <c>bread (n = 60)</c>, <c>60 in the bread arm</c>, <c>60 to bread</c>, <c>60 bread and 61 butter</c>. Of all
/// the groups that sentences name together the one that most of them name; a heading of a table that lost its lines is such a sentence.
/// </summary>
internal static partial class TextArms
{
    private const int Most = 6;
    private const int LongestName = 7;
    private const int Together = 45;
    private const int Assigned = 3;

    private static readonly HashSet<string> Assignments = new(StringComparer.Ordinal)
    {
        "randomised", "randomized", "randomly", "assigned", "allocated",
    };

    // Populations of an analysis, and words of a table that lost its lines.
    private static readonly HashSet<string> NoArms = new(StringComparer.Ordinal)
    {
        "fas", "pps", "itt", "safety", "population", "per-protocol", "total", "all", "overall", "table", "characteristic",
        "characteristics", "baseline", "male", "female", "men", "women", "years", "phase", "trial", "study", "part", "stage",
    };

    private static readonly HashSet<string> Ends = new(StringComparer.Ordinal)
    {
        "to", "or", "and", "versus", "vs", "v", "either", "receive", "received", "receiving", "given", "were", "was", "in", "the", "of",
        "than", "while", "for", "group", "arm", "p", "no", "patients", "assigned", "randomised", "randomized", "compared", "between",
        "from", "with",
    };

    /// <summary>Names and sizes; fewer than two: no sentence has them.</summary>
    public static ImmutableArray<(string Name, int N)> Find(DraftPaper paper)
    {
        List<(string Name, int N)[]> found = [];
        HashSet<(string Name, int N)[]> assigned = new(ReferenceEqualityComparer.Instance);
        foreach (PaperPart part in paper.Parts)
        {
            foreach (TextSentence sentence in TextSentences.Split(part.Tokens))
            {
                (string, int)[][] groups = [.. Groups(paper, part.Tokens, sentence, InBrackets),
                    .. Groups(paper, part.Tokens, sentence, BeforeName)];
                found.AddRange(groups);
                if (TextSentences.Has(part.Tokens, sentence.Start, sentence.End, Assignments))
                {
                    assigned.UnionWith(groups);
                }
            }
        }

        return found.GroupBy(arms => string.Join("|", arms.Select(arm => Key(arm.Name) + arm.N).Order(StringComparer.Ordinal)))
            .OrderByDescending(group => group.Count() + (group.Any(arms => assigned.Contains(arms)) ? Assigned : 0))
            .ThenByDescending(group => group.First().Sum(arm => arm.N))
            .Select(group => group.First().ToImmutableArray()).FirstOrDefault([]);
    }

    private static string Key(string name) => string.Join(" ", ArmWords.Of(name));

    private static IEnumerable<(string Name, int N)[]> Groups(
        DraftPaper paper, List<Token> tokens, TextSentence sentence, Func<DraftPaper, List<Token>, TextSentence, int, (string, int)?> read)
    {
        List<(string Name, int N)> together = [];
        int last = -Together;
        for (int i = sentence.Start; i < sentence.End; i++)
        {
            if (read(paper, tokens, sentence, i) is not (string name, int n) || n < 2 || ArmWords.Of(name).All(IsAll))
            {
                continue;
            }

            if (i - last > Together || together.Exists(arm => Key(arm.Name) == Key(name)))
            {
                if (together.Count is > 1 and <= Most)
                {
                    yield return [.. together];
                }

                together = [];
            }

            together.Add((name, n));
            last = i;
        }

        if (together.Count is > 1 and <= Most)
        {
            yield return [.. together];
        }
    }

    private static bool IsAll(string word) => word is "all" or "total" or "overall" or "phase" or "trial" or "study" or "entire";

    /// <summary>"bread (n = 60)".</summary>
    private static (string Name, int N)? InBrackets(DraftPaper paper, List<Token> tokens, TextSentence sentence, int i)
    {
        bool isSize = i > sentence.Start && i + 4 < sentence.End && tokens[i].Key == "(" && tokens[i + 1].Key == "n"
            && tokens[i + 2].Key == "=" && tokens[i + 3].IsWhole && tokens[i + 4].Key is ")" or ",";
        if (!isSize)
        {
            return null;
        }

        int end = i;
        while (end > sentence.Start && tokens[end - 1].Key is "group" or "arm")
        {
            end--;
        }

        int first = end;
        while (first > sentence.Start && end - first < LongestName && IsOfName(tokens[first - 1]))
        {
            first--;
        }

        return Named(paper, tokens, first, end, (int)tokens[i + 3].Number.Value);
    }

    /// <summary>"60 in the bread arm", "60 to bread", "60 bread and".</summary>
    private static (string Name, int N)? BeforeName(DraftPaper paper, List<Token> tokens, TextSentence sentence, int i)
    {
        if (!TextSentences.CanCount(tokens, i) || (i > sentence.Start && tokens[i - 1].Key is "=" or "group" or "arm" or "phase"))
        {
            return null;
        }

        int at = i + 1;
        bool isAssigned = false;
        while (at < sentence.End && at - i < 9 && (tokens[at].Key is "patients" or "participants" or "subjects" or "women" or "men"
            or "children" or "were" or "was" or "randomly" or "randomised" or "randomized" or "assigned" or "allocated" or "to" or "in"
            or "the" or "receive" or "received"))
        {
            isAssigned |= tokens[at].Key is "to" or "in" or "received";
            at++;
        }

        int end = at;
        while (end < sentence.End && end - at < LongestName && IsOfName(tokens[end]))
        {
            end++;
        }

        bool isGroup = end < sentence.End && tokens[end].Key is "group" or "arm"
            || (at > i + 1 && tokens[at].Key is "group" or "arm");
        end += at > i + 1 && end == at && isGroup ? Math.Min(2, sentence.End - end) : 0;
        bool isList = at == i + 1 && end - at is 1 or 2 && end < sentence.End && tokens[end].Key is "and" or ")" or ","
            && tokens[at].Text.Any(char.IsUpper);
        return end > at && ((isAssigned && (isGroup || end - at <= 4)) || isList)
            ? Named(paper, tokens, at, end, (int)tokens[i].Number.Value)
            : null;
    }

    private static bool IsOfName(Token token) => token.Kind == TokenKind.Word ? !Ends.Contains(token.Key) || token.Key == "with"
        : token.Key is "+" or "/" or "-" or "&";

    private static (string, int)? Named(DraftPaper paper, List<Token> tokens, int first, int end, int n)
    {
        string name = end > first ? paper.TextBetween(tokens[first].Start, tokens[end - 1].End).Trim(' ', '+', '/', '-') : "";
        return name.Length is > 0 and <= 60 && name is not (ColumnNames.All or ColumnNames.P) && name.Any(char.IsLetter)
            && !PersonNouns.IsPerson(name.ToLowerInvariant()) && !Glued().IsMatch(name)
            && !TextSentences.Has(tokens, first, end, NoArms) ? (name, n) : null;
    }

    /// <summary>Cells of a table that lost its lines: <c>responseResponse</c>, <c>0Any bleeding</c>.</summary>
    [GeneratedRegex(@"\p{Ll}{2}\p{Lu}\p{Ll}{2}|^\d+\p{Lu}\p{Ll}|\p{Ll}{3}\d+\s*\(", RegexOptions.CultureInvariant)]
    private static partial Regex Glued();
}
