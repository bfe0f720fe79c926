using System.Collections.Immutable;

namespace SurvivalKit.Published;

/// <summary>Hazard ratios of sentences: of which endpoint, of the arms or of a covariate, and of which model.</summary>
internal sealed class RatioClaims
{
    private const int LongestPhrase = 14;

    private static readonly HashSet<string> Binary = new(StringComparer.Ordinal)
    {
        "than", "above", "below", "versus", "vs", "positive", "negative", "presence", "absence", "male", "female", ">", "<", "≥", "≤",
    };

    private static readonly HashSet<string> Filler = new(StringComparer.Ordinal)
    {
        "the", "a", "an", "of", "for", "with", "was", "were", "is", "in", "and", "or", "nor", "neither", "levels", "level", "also",
        "adjusted", "unadjusted", "hazard", "ratio", "hr", "showed", "associated", "significantly", "to", "that", "on", "no", "higher",
        "risk", "however", "addition", "indicated", "impact", "significant", "difference", "between", "stratified", "univariate",
        "multivariate", "analysis", "model", "months", "respectively", "median", "vs", "versus", "reveal", "revealed", "survival", "group",
        "groups", "arm", "arms", "by", "log-rank", "test", "p", "95", "ci", "longer", "shorter", "statistically", "but", "not", "this",
    };

    private readonly DraftBuilder _draft;
    private readonly ArmMentions _arms;
    private readonly Dictionary<string, string> _covariates = new(StringComparer.Ordinal);
    private readonly List<(string Place, string Row, string Endpoint, string Term)> _joint = [];
    private string? _endpoint;

    public RatioClaims(DraftBuilder draft, ArmMentions arms) => (_draft, _arms) = (draft, arms);

    /// <summary>Begins a paragraph: the endpoint of the one before is none of its.</summary>
    public void Begin() => _endpoint = null;

    /// <summary>Remembers the endpoint that a sentence speaks of last, for those behind it that name none.</summary>
    public void Pass(IReadOnlyList<Token> tokens, TextSentence sentence) =>
        _endpoint = Enumerable.Range(sentence.Start, sentence.End - sentence.Start).Select(i => DraftEndpoints.At(tokens, i)?.Name)
            .LastOrDefault(name => name is not null) ?? _endpoint;

    /// <summary>Adds a ratio.</summary>
    public void Add(DraftPaper paper, PaperPart part, TextSentence sentence, RatioStatistic ratio, string before)
    {
        if (ratio.Kind != TextStatisticKind.HazardRatio)
        {
            return;
        }

        List<Token> tokens = part.Tokens;
        int line = paper.LineOf(tokens[ratio.First].Start);
        string context = DraftPaper.Context(tokens, ratio.First, ratio.End);
        List<DraftNumber> numbers = NumbersOf(ratio, tokens);
        if (Repeated(numbers) is { } known)
        {
            foreach (DraftNumber number in numbers)
            {
                Claim? source = known.GetValueOrDefault(number.Aspect);
                bool isSame = source is not null && source.Printed == number.Printed;
                Claim made = DraftClaims.Of(part.Place, part.Place.StartsWith("figure", StringComparison.Ordinal) ? null
                    : known.Values.First().Row, null, number, context, part.Where);
                _draft.Add(isSame ? made with { SameAs = source!.Id }
                    : made with { Checkable = false, Reason = "The same ratio stands elsewhere without this number." }, line);
            }

            return;
        }

        string? endpoint = EndpointOf(tokens, sentence, ratio);
        bool isJoint = before.Contains("multiv", StringComparison.Ordinal) || before.Contains("adjusted", StringComparison.Ordinal);
        string model = isJoint ? " multivariate" : before.Contains("univ", StringComparison.Ordinal) ? " univariate" : "";
        (string term, string label) = TermOf(tokens, sentence, ratio, isModel: model.Length > 0);
        string row = endpoint is null ? $"HR > {label}" : $"{DraftEndpoints.Short(endpoint)}{model} > {label}";
        if (part.Place.StartsWith("figure", StringComparison.Ordinal) && !_draft.Claims.Any(claim => claim.Place == part.Place))
        {
            row = "";
        }

        string? named = row.Length == 0 ? null : Unique(part.Place, row);
        string? level = term == "arm" && _draft.Arms.Length > 2 ? LevelOf(tokens, sentence, ratio) : null;
        string? why = endpoint is null ? "No endpoint is named near the hazard ratio."
            : term == "arm" && _draft.Arms.Length > 2 && level is null ? "Which of the arms the hazard ratio is of was not understood."
            : null;
        if (why is null)
        {
            _draft.Measure(part.Place, named, new CoxMeasure
            {
                Endpoint = _draft.Endpoints.Use(endpoint!),
                Covariates = [term],
                Term = term,
                Level = level,
                Ties = _draft.Methods.Ties,
            });
            if (ratio.P is { IsLogRank: true })
            {
                _draft.Measure(part.Place, named, new PValueMeasure { Test = TestKind.LogRank, Endpoint = endpoint });
            }

            if (isJoint)
            {
                _joint.Add((part.Place, named!, endpoint!, term));
            }
        }
        else
        {
            _draft.Remarks.Add(new(part.Place, named, null, context, line, why));
        }

        foreach (DraftNumber number in numbers)
        {
            Claim claim = DraftClaims.Of(part.Place, named, null, number, context, part.Where);
            _draft.Add(why is null ? claim : claim with { Checkable = false, Reason = why }, line, tokens[ratio.First].Start);
        }
    }

    /// <summary>Puts the covariates that the text names of an endpoint's model into each of its ratios.</summary>
    public void Join()
    {
        for (int i = 0; i < _draft.Rows.Count; i++)
        {
            StudyRow row = _draft.Rows[i];
            if (row.Measure is CoxMeasure cox && _joint.Exists(one => one.Place == row.Place && one.Row == row.Row))
            {
                ImmutableArray<string> all = [.. _joint.Where(one => one.Endpoint == cox.Endpoint).Select(one => one.Term).Distinct()];
                _draft.Rows[i] = row with
                {
                    Measure = cox with { Covariates = all },
                    Note = "The draft takes the covariates that the text names; the model may have more.",
                };
            }
        }
    }

    private static List<DraftNumber> NumbersOf(RatioStatistic ratio, List<Token> tokens)
    {
        var left = new List<Token>(tokens.Skip(ratio.First).Take(Math.Min(ratio.End, tokens.Count) - ratio.First)
            .Where(token => token.Kind == TokenKind.Number));
        string Characters(PrintedNumber number)
        {
            int at = left.FindIndex(token => token.Number == number);
            string text = at < 0 ? number.Text() : left[at].Text;
            left.RemoveRange(0, at + 1);
            return text;
        }

        List<DraftNumber> numbers = [DraftNumber.Of(Aspects.HazardRatio, ratio.Ratio, Characters(ratio.Ratio))];
        if (ratio.Interval is { } ends && ends.Lower.Value <= ends.Upper.Value && ends.Meaning != IntervalMeaning.Range)
        {
            numbers.Add(DraftNumber.Of(Aspects.Lower, ends.Lower, Characters(ends.Lower)));
            numbers.Add(DraftNumber.Of(Aspects.Upper, ends.Upper, Characters(ends.Upper)));
        }

        if (ratio.P is { Question: null } p)
        {
            numbers.Add(DraftNumber.Of(Aspects.P, p.Number, Characters(p.Number), p.Relation));
        }

        return numbers;
    }

    /// <summary>The claims of a ratio with the same interval; <see langword="null"/>: there is none.</summary>
    private Dictionary<string, Claim>? Repeated(List<DraftNumber> numbers)
    {
        string[] key = [Aspects.HazardRatio, Aspects.Lower, Aspects.Upper];
        DraftNumber[] said = [.. numbers.Where(number => key.Contains(number.Aspect))];
        return said.Length < 3 ? null : _draft.Claims.Where(claim => claim.SameAs is null && claim.Column is null)
            .GroupBy(claim => (claim.Place, claim.Row))
            .Select(row => row.ToDictionary(claim => claim.Aspect))
            .FirstOrDefault(row => said.All(number => row.GetValueOrDefault(number.Aspect)?.Printed == number.Printed));
    }

    private string Unique(string place, string row)
    {
        string unique = row;
        for (int i = 2; _draft.Claims.Any(claim => claim.Place == place && claim.Row == unique); i++)
        {
            unique = FormattableString.Invariant($"{row} ({i})");
        }

        return unique;
    }

    /// <summary>The nearest endpoint before it in its sentence, else behind it, else the last of the sentences before.</summary>
    private string? EndpointOf(List<Token> tokens, TextSentence sentence, RatioStatistic ratio)
    {
        IEnumerable<int> before = Enumerable.Range(sentence.Start, ratio.First - sentence.Start).Reverse();
        IEnumerable<int> behind = Enumerable.Range(ratio.End, Math.Max(0, sentence.End - ratio.End));
        return before.Concat(behind).Select(i => DraftEndpoints.At(tokens, i)?.Name).FirstOrDefault(name => name is not null) ?? _endpoint;
    }

    private string? LevelOf(List<Token> tokens, TextSentence sentence, RatioStatistic ratio)
    {
        string? column = ArmMentions.Nearest(_arms.In(tokens, sentence.Start, sentence.End), tokens, ratio.First, ratio.End);
        return _draft.Arms.Any(arm => arm.Name == column && !arm.IsReference) ? column : null;
    }

    /// <summary>The column of the covariate that the words before a ratio name; the arm where they name an arm, or nothing.</summary>
    private (string Term, string Label) TermOf(List<Token> tokens, TextSentence sentence, RatioStatistic ratio, bool isModel)
    {
        int first = ratio.First;
        int depth = 0;
        while (first > sentence.Start && ratio.First - first < LongestPhrase)
        {
            Token token = tokens[first - 1];
            depth += token.Key == ")" ? 1 : token.Key == "(" ? -1 : 0;

            // The bracket that the ratio itself stands in.
            depth = depth < 0 && first == ratio.First ? 0 : depth;
            bool isEnd = depth < 0 || (depth == 0 && token.Key is ";" or ":" or "," or "and" or "or" or "nor")
                || (token.Kind == TokenKind.Number && tokens[first - 2].Key is "=" or "-");
            if (isEnd)
            {
                break;
            }

            first--;
        }

        Token[] phrase = [.. tokens.Skip(first).Take(ratio.First - first)];
        List<Token> content = [.. phrase.Where((token, i) => token.Kind == TokenKind.Word && !Filler.Contains(token.Key)
            && DraftEndpoints.At(phrase, i) is null)];

        // Of a model with covariates, only what begins with an arm is of the arms: "OPN in group A" is of OPN.
        int[] arms = [.. _arms.In(phrase, 0, phrase.Length).Where(mention => mention.Column != ColumnNames.All)
            .Select(mention => mention.At)];
        bool isArm = arms.Length > 0 && (!isModel || content.Count == 0 || phrase[arms[0]].Start <= content[0].Start);
        Token? key = content.Where(Abbreviations.IsShort).Cast<Token?>()
            .FirstOrDefault(token => DraftEndpoints.At([token!.Value], 0) is null);
        if (isArm || content.Count == 0 || (key is null && content.Count < 2 && !content.Exists(token => Binary.Contains(token.Key))))
        {
            StudyArm treated = _draft.Arms.First(arm => !arm.IsReference);
            return ("arm", treated.Name);
        }

        string label = DraftPaper.WholeTextOf([.. phrase.SkipWhile(token => Filler.Contains(token.Key) || token.Kind == TokenKind.Symbol)])
            .TrimEnd('(', '[', ' ', ',');
        string name = key?.Text ?? string.Join(" ", content.Select(token => token.Text));
        if (!_covariates.TryGetValue(name, out string? column))
        {
            bool isBinary = phrase.Any(token => Binary.Contains(token.Key));
            _covariates[name] = column = _draft.Column(isBinary
                ? new() { Name = name, Label = label, Kind = VariableKind.Indicator, Share = 0.5 }
                : new() { Name = name, Label = label, Kind = VariableKind.Continuous, Minimum = 0, Maximum = 100, Decimals = 1 });
        }

        return (column, name);
    }
}
