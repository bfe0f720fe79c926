using System.Collections.Immutable;

namespace SurvivalKit.Published;

/// <summary>Numbers of sentences that no table prints: counts with their percentages and medians of endpoints are measured; of the others
/// the draft says that it did not understand them.</summary>
/// <param name="paper">The paper.</param>
/// <param name="draft">The draft.</param>
internal sealed class OwnClaims(DraftPaper paper, DraftBuilder draft)
{
    private const int MostWords = 5;
    private const int Furthest = 16;
    private const string NotUnderstood = "What the number is of was not understood.";

    private static readonly HashSet<string> Between = new(StringComparer.Ordinal)
    {
        "was", "were", "is", "are", "in", "of", "the", "a", "an", "for", "and", "with", "by", "to", "at", "that", "had", "has", "than",
            "or",
        "from", "on", "as", "respectively", "vs", "versus", "while", "whereas", "but", "there", "which", "who", "p", "n",
    };

    private readonly Dictionary<string, string> _columns = new(StringComparer.Ordinal);

    /// <summary>Adds the numbers of an item.</summary>
    /// <param name="part">Its paragraph.</param>
    /// <param name="sentence">Its sentence.</param>
    /// <param name="item">The item.</param>
    /// <param name="column">The column whose patients it is of; <see langword="null"/>: not known.</param>
    public void Add(PaperPart part, TextSentence sentence, TextItem item, string? column)
    {
        int line = paper.LineOf(part.Tokens[item.First].Start);
        string context = DraftPaper.Context(part.Tokens, item.First, item.End);
        string? endpoint = item.Kind is TextItemKind.Time or TextItemKind.Estimate ? EndpointOf(part.Tokens, sentence, item) : null;
        string words = WordsBefore(part, sentence, item);
        List<DraftNumber> numbers = [.. item.Numbers.Select(number => number.Number with { Aspect = number.Aspects[0] })];
        if (endpoint is not null && SaysMedian(part.Tokens, sentence, item))
        {
            string used = draft.Endpoints.Use(endpoint);
            string row = draft.RowFor(part.Place, DraftEndpoints.Short(used), column, numbers);
            if (column is not null)
            {
                draft.Measure(part.Place, row, new MedianRangeMeasure(used));
                draft.AddNumbers(part.Place, row, column, numbers, context, part.Where, line, part.Tokens[item.First].Start);
                return;
            }

            Unmeasured(part, row, null, numbers, context, line, "Whose median it is was not understood.");
            return;
        }

        if (item.Kind == TextItemKind.Count && WholeOf(part, item, column) is (true, var whole))
        {
            string row = draft.RowFor(part.Place, words, whole, numbers, isAlone: whole is null or ColumnNames.All);
            if (!_columns.TryGetValue(part.Place + row, out string? indicator))
            {
                _columns[part.Place + row] = indicator =
                    draft.Column(new() { Name = row, Label = row, Kind = VariableKind.Indicator });
            }

            draft.Measure(part.Place, row, new CountMeasure(new() { Columns = [indicator], Kind = ConditionKind.Exactly, Bound = 1 }));
            draft.AddNumbers(part.Place, row, whole, numbers, context, part.Where, line, part.Tokens[item.First].Start);
            return;
        }

        if (item.Kind is not (TextItemKind.Whole or TextItemKind.Time))
        {
            string? of = item.Kind == TextItemKind.P ? ColumnNames.P : column;
            Unmeasured(part, draft.RowFor(part.Place, words, of, numbers), of, numbers, context, line, NotUnderstood);
        }
    }

    private void Unmeasured(PaperPart part, string row, string? column, List<DraftNumber> numbers, string context, int line, string why)
    {
        draft.Remarks.Add(new(part.Place, row, column, context, line, why));
        foreach (DraftNumber number in DraftBuilder.IsSwapped(numbers) ? numbers.Take(1) : numbers)
        {
            draft.Add(DraftClaims.Of(part.Place, row, column, number, context, part.Where) with { Checkable = false, Reason = why }, line);
        }
    }

    /// <summary>The column whose patients a percentage is of: those of the arm that the sentence names, or all. One that the text check
    /// calls
    /// inconsistent too is of the arm; one of a part of the patients has no measure.</summary>
    private (bool IsMeasured, string? Column) WholeOf(PaperPart part, TextItem item, string? column)
    {
        int count = (int)item.Numbers[0].Number.Number.Value;
        PrintedNumber percent = item.Numbers[1].Number.Number;
        bool IsOf(int size) => count <= size
            && Rounding.RuleThatPrints(100.0 * count / size, percent.Value, percent.Decimals) == RoundingRule.HalfUp;
        int n = draft.SizeOf(column);
        return IsOf(n) ? (true, column)
            : IsOf(draft.N) ? (true, ColumnNames.All)
            : (column is not null && count <= n && (item.Of is null || item.Of == n)
            && draft.Verdicts.IsInconsistent(part.Tokens[item.First].Start), column);
    }

    private static string? EndpointOf(List<Token> tokens, TextSentence sentence, TextItem item)
    {
        for (int i = Math.Min(item.End, tokens.Count) - 1; i >= Math.Max(sentence.Start, item.First - Furthest); i--)
        {
            if (DraftEndpoints.At(tokens, i) is { } found)
            {
                return found.Name;
            }
        }

        return null;
    }

    private static bool SaysMedian(List<Token> tokens, TextSentence sentence, TextItem item) =>
        Enumerable.Range(sentence.Start, Math.Min(item.End, tokens.Count) - sentence.Start)
            .Any(i => tokens[i].Key is "median" or "medians"
            || (tokens[i].Key.Length > 2 && tokens[i].Key[0] == 'm' && DraftEndpoints.At([tokens[i]], 0) is not null))
        && !Enumerable.Range(Math.Max(sentence.Start, item.First - 6), Math.Min(6, item.First - sentence.Start))
        .Any(i => tokens[i].Key is "follow-up" or "at");

    private string WordsBefore(PaperPart part, TextSentence sentence, TextItem item)
    {
        List<string> words = [];
        for (int i = item.First - 1; i >= sentence.Start && words.Count < MostWords; i--)
        {
            Token token = part.Tokens[i];
            bool isPast = words.Count > 0 && (token.Kind == TokenKind.Number || token.Key is ";" or ":" or ".");
            if (isPast)
            {
                break;
            }

            if (token.Kind == TokenKind.Word && !Between.Contains(token.Key) && !ColumnWords.Contains(token.Key))
            {
                words.Insert(0, token.Text);
            }
        }

        return words.Count > 0 ? string.Join(" ", words) : part.Where.Length > 0 ? part.Where : part.Place;
    }

    private ImmutableHashSet<string> ColumnWords { get; } =
        [.. draft.Arms.SelectMany(arm => arm.Name.ToLowerInvariant().Split(' ')), "group", "arm", "groups", "arms"];
}
