using System.Collections.Immutable;

namespace SurvivalKit.Published;

/// <summary>Which arm the words around a number name.</summary>
internal sealed class ArmMentions
{
    private const int Furthest = 25;
    private const int Joined = 5;

    private static readonly HashSet<string> Everyone = new(StringComparer.Ordinal)
    {
        "all", "overall", "whole", "entire", "total", "cohort", "combined",
    };

    private static readonly string[] OfTreatment = ["combination", "experimental", "intervention", "immunotherapy", "investigational"];
    private static readonly string[] OfControl = ["control", "comparator"];

    private readonly ImmutableArray<string> _names;
    private readonly ImmutableArray<string[]> _own;
    private readonly ImmutableArray<string[]> _words;
    private readonly Dictionary<string, int> _roles = new(StringComparer.Ordinal);

    public ArmMentions(ImmutableArray<StudyArm> arms)
    {
        _names = [.. arms.Select(arm => arm.Name)];
        _words = [.. arms.Select(arm => ArmWords.Of(arm.Name).ToArray())];
        _own = [.. _words.Select((words, i) => words.Where(word => _words.Where((_, j) => j != i)
            .All(other => !other.Contains(word))).ToArray())];
        if (arms.Length == 2)
        {
            int control = arms[0].IsReference ? 0 : 1;
            foreach (string word in OfControl.Where(word => !_words[1 - control].Contains(PrintedStem.Of(word))))
            {
                _roles[word] = control;
            }

            foreach (string word in OfTreatment.Where(word => !_words[control].Contains(PrintedStem.Of(word))))
            {
                _roles[word] = 1 - control;
            }
        }
    }

    /// <summary>The places of a sentence that name an arm or all patients, in their order.</summary>
    public List<(int At, string Column)> In(IReadOnlyList<Token> tokens, int start, int end)
    {
        List<(int, string)> found = [];
        for (int i = start; i < end; i++)
        {
            if (tokens[i].Kind != TokenKind.Word && tokens[i].Kind != TokenKind.Number)
            {
                continue;
            }

            string stem = tokens[i].Kind == TokenKind.Number ? tokens[i].Text : PrintedStem.Of(tokens[i].Key);
            int[] by = [.. Enumerable.Range(0, _names.Length).Where(arm => _own[arm].Contains(stem))];
            if (_roles.TryGetValue(tokens[i].Key, out int role) && by.Length == 0)
            {
                found.Add((i, _names[role]));
            }
            else if (by is [var one])
            {
                found.Add((i, _names[one]));
            }
            else if (by.Length == 0 && Contained(tokens, i, stem, start, end) is { } inner)
            {
                found.Add((i, _names[inner]));
            }
            else if (Everyone.Contains(tokens[i].Key) && IsOfPatients(tokens, i, end))
            {
                found.Add((i, ColumnNames.All));
            }
        }

        return found;
    }

    /// <summary>The column of a number: the nearest mention before or behind it, with no other number between.</summary>
    public static string? Nearest(IReadOnlyList<(int At, string Column)> named, IReadOnlyList<Token> tokens, int first, int end)
    {
        (int distance, string? column) = (Furthest, null);
        foreach ((int at, string said) in named)
        {
            // "51 (95%) receiving butter" is of butter, whatever stands before it.
            bool isJoined = at >= end && at - end < Joined && end < tokens.Count && tokens[end].Key is "receiving" or "in" or "for" or "on";
            int away = isJoined ? 0 : at < first ? first - at : at >= end ? at - end + 1 : 0;
            (int from, int to) = at < first ? (at + 1, first) : (end, at);
            bool isParted = Enumerable.Range(from, Math.Max(0, to - from)).Any(i => tokens[i].Kind == TokenKind.Number
                || (at >= end && tokens[i].Key is ";"));
            if (!isParted && away < distance)
            {
                (distance, column) = (away, said);
            }
        }

        // A sentence that names one arm alone speaks of it.
        return column ?? (named.Select(mention => mention.Column).Distinct().ToArray() is [var only] ? only : null);
    }

    /// <summary>An arm whose words are all words of another: named where none of the other's own words is near.</summary>
    private int? Contained(IReadOnlyList<Token> tokens, int i, string stem, int start, int end)
    {
        for (int arm = 0; arm < _names.Length; arm++)
        {
            if (_own[arm].Length > 0 || !_words[arm].Contains(stem))
            {
                continue;
            }

            IEnumerable<string> around = Enumerable.Range(Math.Max(start, i - 3), Math.Min(end, i + 4) - Math.Max(start, i - 3))
                .Select(k => PrintedStem.Of(tokens[k].Text));
            return _own.Where((_, other) => other != arm).Any(own => around.Intersect(own).Any()) ? null : arm;
        }

        return null;
    }

    private static bool IsOfPatients(IReadOnlyList<Token> tokens, int i, int end)
    {
        for (int k = i; k < Math.Min(end, i + 3); k++)
        {
            if (PersonNouns.IsPerson(tokens[k].Key) || tokens[k].Key is "cohort" or "population")
            {
                return true;
            }
        }

        return false;
    }
}
