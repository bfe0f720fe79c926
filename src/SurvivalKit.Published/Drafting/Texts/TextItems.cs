using System.Collections.Immutable;

namespace SurvivalKit.Published;

/// <summary>The numbers of a sentence that can be claims: the statistics that the text check finds, and beside these the percentages,
/// times and whole numbers that stand alone. Ratios are drafted by themselves.</summary>
internal sealed class TextItems
{
    private static readonly string[] Centres = [Aspects.Median, Aspects.Mean];

    private readonly IReadOnlyList<Token> _tokens;
    private readonly List<TextItem> _items = [];
    private readonly bool[] _taken;

    private TextItems(IReadOnlyList<Token> tokens) => (_tokens, _taken) = (tokens, new bool[tokens.Count]);

    /// <summary>The items of a paragraph in their order.</summary>
    public static List<TextItem> Of(List<Token> tokens, IReadOnlyList<Statistic> statistics)
    {
        var items = new TextItems(tokens);
        foreach (Statistic statistic in statistics)
        {
            items.Add(statistic);
        }

        items.AddAlone();
        return [.. items._items.OrderBy(item => item.First)];
    }

    private void Add(Statistic statistic)
    {
        switch (statistic)
        {
            case RatioStatistic:
                Take(statistic.First, statistic.End);
                break;
            case CountStatistic count:
                Add(statistic, TextItemKind.Count, ([Aspects.Count], new PrintedNumber(count.Count, 0)),
                    ([Aspects.Percent], count.Percent));
                _items[^1] = _items[^1] with { Of = count.Of };
                break;
            case MeanStatistic mean:
                Add(statistic, TextItemKind.Mean, ([Aspects.Mean, Aspects.Median], mean.Mean),
                    ([Aspects.StandardDeviation], mean.StandardDeviation));
                break;
            case EstimateStatistic { Kind: TextStatisticKind.Median or TextStatisticKind.Estimate } estimate
                when !Enumerable.Range(statistic.First, statistic.End - statistic.First)
                    .Any(i => _tokens[i].Key == "%" && _tokens[i - 1].Number.Value is not (90 or 95 or 99)):
                bool isRange = estimate.Interval.Meaning == IntervalMeaning.Range;
                Add(statistic, TextItemKind.Estimate, [.. isRange
                    ? (((string[], PrintedNumber)[])[(Centres, estimate.Value), ([Aspects.Minimum], estimate.Interval.Lower),
                    ([Aspects.Maximum], estimate.Interval.Upper)])
                    : [(Centres, estimate.Value)]]);
                break;
            case PValueStatistic p:
                _items.Add(new(statistic.First, statistic.End, TextItemKind.P,
                    [([Aspects.P], DraftNumber.Of(Aspects.P, p.P.Number, Characters(statistic, p.P.Number), p.P.Relation))]));
                Take(statistic.First, statistic.End);
                break;
            case JudgedStatistic or UnreadStatistic:
                break;
            default:
                Take(statistic.First, statistic.End);
                break;
        }
    }

    private void Add(Statistic statistic, TextItemKind kind, params ReadOnlySpan<(string[] Aspects, PrintedNumber Number)> numbers)
    {
        List<(ImmutableArray<string>, DraftNumber)> made = [];
        foreach ((string[] aspects, PrintedNumber number) in numbers)
        {
            made.Add(([.. aspects], DraftNumber.Of(aspects[0], number, Characters(statistic, number))));
        }

        _items.Add(new(statistic.First, statistic.End, kind, [.. made]));
        Take(statistic.First, statistic.End);
    }

    private string Characters(Statistic statistic, PrintedNumber number)
    {
        int end = Math.Min(statistic.End, _tokens.Count);
        int at = Enumerable.Range(statistic.First, end - statistic.First)
            .FirstOrDefault(i => _tokens[i].Kind == TokenKind.Number && _tokens[i].Number == number, -1);
        return at < 0 ? number.Text() : _tokens[at].Text;
    }

    private void Take(int first, int end)
    {
        for (int i = first; i < Math.Min(end, _taken.Length); i++)
        {
            _taken[i] = true;
        }
    }

    private void AddAlone()
    {
        for (int i = 0; i < _tokens.Count; i++)
        {
            if (_taken[i])
            {
                continue;
            }

            if (_tokens[i].Kind == TokenKind.Word && NumberWord.TryParse(_tokens[i].Key, out PrintedNumber word) && IsCounted(i))
            {
                Alone(i, i + 1, TextItemKind.Whole, Aspects.Count, new DraftNumber(Aspects.Count, word, _tokens[i].Text));
            }

            if (_tokens[i].Kind != TokenKind.Number || IsCompared(i))
            {
                continue;
            }

            string unit = UnitBehind(i);
            if (unit is "%" && !IsLevel(i))
            {
                Alone(i, EndOf(i), TextItemKind.Percent, Aspects.Percent, DraftNumber.Of(Aspects.Percent, _tokens[i].Number, _tokens[i].Text
                    + (Key(i + 1) == "%" ? "%" : "")));
            }
            else if (unit is "months" or "years" or "weeks" or "days")
            {
                Alone(i, EndOf(i), TextItemKind.Time, Aspects.Median, DraftNumber.Of(Aspects.Median, _tokens[i].Number, _tokens[i].Text));
            }
            else if (TextSentences.CanCount(_tokens, i))
            {
                Alone(i, i + 1, TextItemKind.Whole, Aspects.Count, DraftNumber.Of(Aspects.Count, _tokens[i].Number, _tokens[i].Text));
            }
        }
    }

    private void Alone(int first, int end, TextItemKind kind, string aspect, DraftNumber number) =>
        _items.Add(new(first, end, kind, [([aspect], number)]));

    private string Key(int i) => i >= 0 && i < _tokens.Count ? _tokens[i].Key : "";

    /// <summary>"no CRs" counts; "no significant difference" does not, and "at least one" names no number.</summary>
    private bool IsCounted(int i) => Key(i - 1) is not ("least" or "than" or "or" or "most" or "the" or "of" or "only")
        && Key(i + 1) is not (
        "significant" or "statistically" or "difference" or "differences" or "of" or "more" or "or" or "longer" or "evidence"
            or "effect" or "other" or "such" or "improvement" or "further" or "clear");

    private bool IsCompared(int i) => Key(i - 1) is "<" or ">" or "≥" or "≤" or "over" or "above" or "below" or "exceeding";

    private bool IsLevel(int i) => _tokens[i].Number is { Value: 90 or 95 or 99, Decimals: 0 }
        && Key(i + 2) is "ci" or "confidence" or "cis";

    /// <summary>The unit behind a number, or behind the next of a pair: <c>4.0 and 2.5 months</c>.</summary>
    private string UnitBehind(int i)
    {
        string own = Unit(i + 1);
        bool isPair = own.Length == 0 && Key(i + 1) is "and" or "versus" or "vs" or "or" && i + 2 < _tokens.Count
            && _tokens[i + 2].Kind == TokenKind.Number
            && _tokens[i].Number.Decimals > 0;
        return isPair ? Unit(i + 3) : own;
    }

    /// <summary>Behind the unit, where that stands right behind the number.</summary>
    private int EndOf(int i) => Unit(i + 1).Length > 0 ? i + 2 : i + 1;

    private string Unit(int i) => Key(i) switch
    {
        "%" or "percent" => "%",
        "month" or "months" or "mo" => "months",
        "years" or "year" => "years",
        "weeks" or "week" => "weeks",
        "days" or "day" => "days",
        _ => "",
    };
}
