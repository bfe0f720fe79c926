using System.Collections.Immutable;

namespace SurvivalKit.TextCheck;

/// <summary>What a text says of the conduct of its trial, as far as its numbers can be held against it.</summary>
internal sealed record TrialFacts
{
    private static readonly HashSet<string> Ages = new(StringComparer.Ordinal) { "age", "aged", "ages" };

    private static readonly HashSet<string> AgeLimits = new(StringComparer.Ordinal)
    {
        "range", "ranged", "ranging", "eligible", "eligibility", "inclusion", "criteria", "criterion", "included", "include",
    };

    private static readonly HashSet<string> Random =
        new(StringComparer.Ordinal) { "randomised", "randomized", "randomly", "allocation" };

    /// <summary>Whether it speaks of random allocation.</summary>
    public bool IsRandomised { get; init; }

    /// <summary>How many were randomised; <see langword="null"/>: not read.</summary>
    public int? Randomised { get; init; }

    /// <summary>The numbers allocated to each group; empty: not read.</summary>
    public ImmutableArray<int> Arms { get; init; } = [];

    /// <summary>The size of the blocks of the allocation; <see langword="null"/>: not said.</summary>
    public int? Block { get; init; }

    /// <summary>Whether groups of other than equal size, strata, sites or clusters make any imbalance possible.</summary>
    public bool IsUneven { get; init; }

    /// <summary>The numbers that are said to have been lost to follow-up.</summary>
    public ImmutableArray<int> Lost { get; init; } = [];

    /// <summary>The ages that could take part; <see langword="null"/>: not read.</summary>
    public (decimal Least, decimal Most)? EligibleAge { get; init; }

    /// <summary>The range of the ages of those who did; <see langword="null"/>: not read.</summary>
    public (decimal Least, decimal Most)? ObservedAge { get; init; }

    /// <summary>Reads a text.</summary>
    public static TrialFacts Read(IReadOnlyList<IReadOnlyList<Token>> paragraphs)
    {
        var facts = new TrialFacts();
        List<int> lost = [];
        foreach (IReadOnlyList<Token> tokens in paragraphs)
        {
            bool isFlow = FlowWords.IsSaid(tokens);
            bool isRandom = isFlow && tokens.Any(token => FlowWords.IsRandom(token.Key));
            bool isAge = TextSentences.Has(tokens, 0, tokens.Count, Ages) && TextSentences.Has(tokens, 0, tokens.Count, AgeLimits);
            if (!isFlow && !isAge)
            {
                continue;
            }

            facts = facts with { IsRandomised = facts.IsRandomised || isRandom };
            foreach (TextSentence sentence in TextSentences.Split(tokens))
            {
                facts = isFlow ? Flow(facts, tokens, sentence, lost) : facts;
                facts = isAge ? TrialAges.Read(facts, tokens, sentence) : facts;
            }
        }

        return facts with { Lost = [.. lost] };
    }

    private static TrialFacts Flow(TrialFacts facts, IReadOnlyList<Token> tokens, TextSentence sentence, List<int> lost)
    {
        if (facts.Arms.IsEmpty && RandomisedArms.Read(tokens, sentence) is { } arms && arms.Parts.Sum(n => (long)n) <= arms.Whole)
        {
            facts = facts with { Randomised = arms.Whole, Arms = [.. arms.Parts] };
        }

        for (int i = sentence.Start; i < sentence.End; i++)
        {
            string key = tokens[i].Key;
            if (key is "stratified" or "strata" or "minimisation" or "minimization" or "cluster" or "clusters" or "centres" or "centers"
                or "sites" or "multicentre" or "multicenter")
            {
                facts = facts with { IsUneven = true };
            }

            bool isRatio = tokens[i].IsWhole && i + 2 < sentence.End && tokens[i + 1].Key == ":" && tokens[i + 2].IsWhole
                && tokens[i].Number.Value != tokens[i + 2].Number.Value;
            facts = isRatio && TextSentences.Has(tokens, sentence.Start, sentence.End, Random)
                ? facts with { IsUneven = true }
                : facts;
            if (key is "block" or "blocks" && facts.Block is null)
            {
                facts = facts with { Block = BlockSize(tokens, sentence, i) };
            }

            if (tokens[i].IsWhole && TextSentences.CanCount(tokens, i)
                && FlowWords.StageOf(tokens, i, sentence.End) == FlowStage.Lost)
            {
                lost.Add((int)tokens[i].Number.Value);
            }
        }

        return facts;
    }

    private static int? BlockSize(IReadOnlyList<Token> tokens, TextSentence sentence, int at)
    {
        for (int i = at + 1; i < Math.Min(sentence.End, at + 5); i++)
        {
            bool isSize = tokens[i].IsWhole && tokens[i].Number.Value is >= 2 and <= 40 && tokens[i - 1].Key is "of" or "size" or "=";
            bool isSeveral = i + 1 < sentence.End && tokens[i + 1].Key is "or" or "and" or "," or "to" or "-";
            if (isSize)
            {
                return isSeveral ? null : (int)tokens[i].Number.Value;
            }
        }

        return null;
    }
}
